/* The limit that the embedded catalog is measured against: libmicrohttpd, as the catalog uses it,
 * with constant answers. Arguments: the file that `/list` is answered with and the one for all
 * other targets. Prints its port. */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct MHD_Response *response(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  void *bytes = malloc(size);
  if (!bytes || fread(bytes, 1, size, file) != size) exit(1);
  fclose(file);
  struct MHD_Response *made =
      MHD_create_response_from_buffer(size, bytes, MHD_RESPMEM_MUST_FREE);
  MHD_add_response_header(made, "Content-Type", "application/json");
  return made;
}

static struct MHD_Response *list, *one;

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **state) {
  (void)context, (void)method, (void)version, (void)data, (void)size;
  static int begun;
  if (!*state) {
    *state = &begun;
    return MHD_YES;
  }
  return MHD_queue_response(connection, MHD_HTTP_OK, strcmp(url, "/list") == 0 ? list : one);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  list = response(arguments[1]);
  one = response(arguments[2]);
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ITC | MHD_USE_EPOLL, 0, NULL, NULL, answer, NULL,
      MHD_OPTION_THREAD_POOL_SIZE, 4u, MHD_OPTION_LISTEN_BACKLOG_SIZE, 511u, MHD_OPTION_END);
  if (!daemon) return 1;
  printf("%d\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
  fflush(stdout);
  pause();
}
