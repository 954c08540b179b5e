/* The limit that the publisher is measured against: libcurl sending the same GET requests with the
 * same headers over as many connections, answers inflated and thrown away.
 *
 * Arguments: a file with the header lines, a file with a URL a line, and how many requests may be
 * under way at once. Each is begun in the order of the file. Ends with 1 when one is answered
 * otherwise than with 200 or 404. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **lines(const char *path, size_t *count) {
  FILE *file = fopen(path, "r");
  if (!file) exit(66);
  char **found = NULL, *line = NULL;
  size_t size = 0, room = 0;
  ssize_t length;
  *count = 0;
  while ((length = getline(&line, &size, file)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    if (*count == room) found = realloc(found, sizeof *found * (room = room ? room * 2 : 64));
    found[(*count)++] = strdup(line);
  }
  free(line);
  fclose(file);
  return found;
}

static size_t drop(char *bytes, size_t size, size_t count, void *total) {
  (void)bytes;
  *(size_t *)total += size * count;
  return size * count;
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  size_t headers_count, urls_count, next = 0, failed = 0, total = 0;
  char **headers = lines(arguments[1], &headers_count), **urls = lines(arguments[2], &urls_count);
  size_t width = strtoul(arguments[3], NULL, 10);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)width);
  struct curl_slist *list = NULL;
  for (size_t index = 0; index < headers_count; index++) {
    list = curl_slist_append(list, headers[index]);
  }
  int running = 0;
  for (size_t index = 0; index < width && index < urls_count; index++) {
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &total);
    curl_easy_setopt(easy, CURLOPT_URL, urls[next++]);
    curl_multi_add_handle(multi, easy);
  }
  do {
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(multi, &left))) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL *easy = message->easy_handle;
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      if (message->data.result != CURLE_OK || (status != 200 && status != 404)) failed++;
      curl_multi_remove_handle(multi, easy);
      if (next < urls_count) {
        curl_easy_setopt(easy, CURLOPT_URL, urls[next++]);
        curl_multi_add_handle(multi, easy);
        running++;
      } else {
        curl_easy_cleanup(easy);
      }
    }
    if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  } while (running);
  printf("%zu requests, %zu bytes, %zu failed\n", urls_count, total, failed);
  return failed ? 1 : 0;
}
