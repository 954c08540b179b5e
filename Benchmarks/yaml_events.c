/* The limit that reading a manifest is measured against: libyaml's own loop over the events of a
 * file. Argument: the file. Prints how many events there were. */
#include <stdio.h>
#include <yaml.h>

int main(int count, char **arguments) {
  if (count != 2) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 66;
  yaml_parser_t parser;
  yaml_event_t event;
  size_t events = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_file(&parser, file);
  for (int is_over = 0; !is_over; events++) {
    if (!yaml_parser_parse(&parser, &event)) return 65;
    is_over = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  printf("%zu events\n", events);
}
