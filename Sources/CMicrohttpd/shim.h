#pragma once
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

/* Swift imports no variadic function: one wrapper for each call that is one. */

static inline struct MHD_Daemon *_Nullable mlcatalog_mhd_start(
    unsigned int flags, MHD_AccessHandlerCallback _Nonnull handler, void *_Nullable context,
    const struct MHD_OptionItem *_Nonnull options) {
  return MHD_start_daemon(flags, 0, NULL, NULL, handler, context, MHD_OPTION_ARRAY, options,
                          MHD_OPTION_END);
}

static inline uint16_t mlcatalog_mhd_port(struct MHD_Daemon *_Nonnull daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

static inline int mlcatalog_mhd_socket(struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/* Ends a connection with a reset: to leave the peer of a connected socket is to send one (connect(2), AF_UNSPEC). */
static inline void mlcatalog_mhd_reset(struct MHD_Connection *_Nonnull connection) {
  struct sockaddr nobody = {.sa_family = AF_UNSPEC};
  (void)connect(mlcatalog_mhd_socket(connection), &nobody, sizeof nobody);
}
