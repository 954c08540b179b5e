#pragma once
#include <curl/curl.h>

// Swift imports no variadic function: one wrapper for each C type of the last argument.

static inline CURLcode mlcatalog_curl_set_long(CURL *_Nonnull handle, CURLoption option,
                                               long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode mlcatalog_curl_set_offset(CURL *_Nonnull handle, CURLoption option,
                                                 curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode mlcatalog_curl_set_text(CURL *_Nonnull handle, CURLoption option,
                                               const char *_Nullable value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode mlcatalog_curl_set_pointer(CURL *_Nonnull handle, CURLoption option,
                                                  void *_Nullable value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode mlcatalog_curl_set_list(CURL *_Nonnull handle, CURLoption option,
                                               struct curl_slist *_Nullable value) {
  return curl_easy_setopt(handle, option, value);
}

// Write, header and read callbacks share one C type but for the const of its first argument.
static inline CURLcode mlcatalog_curl_set_callback(CURL *_Nonnull handle, CURLoption option,
                                                   curl_write_callback _Nullable value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode mlcatalog_curl_get_long(CURL *_Nonnull handle, CURLINFO item,
                                               long *_Nonnull value) {
  return curl_easy_getinfo(handle, item, value);
}

static inline CURLcode mlcatalog_curl_get_offset(CURL *_Nonnull handle, CURLINFO item,
                                                 curl_off_t *_Nonnull value) {
  return curl_easy_getinfo(handle, item, value);
}

static inline CURLcode mlcatalog_curl_get_certificates(
    CURL *_Nonnull handle, struct curl_certinfo *_Nullable *_Nonnull value) {
  return curl_easy_getinfo(handle, CURLINFO_CERTINFO, value);
}

static inline CURLMcode mlcatalog_curl_multi_set_long(CURLM *_Nonnull multi, CURLMoption option,
                                                      long value) {
  return curl_multi_setopt(multi, option, value);
}

// libcurl 7.85 replaced the bit mask by a text and deprecated the mask.
static inline CURLcode mlcatalog_curl_allow_http_only(CURL *_Nonnull handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// The result sits in a union beside a pointer.
static inline CURLcode mlcatalog_curl_message_result(const CURLMsg *_Nonnull message) {
  return message->data.result;
}
