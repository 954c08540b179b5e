#pragma once
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
