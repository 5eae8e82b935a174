// The least program that reads lines with GNU readline: what the benchmark holds ours against.
#include <stdio.h>
#include <stdlib.h>

#include <readline/readline.h>

int main(void) {
  char *line;
  while ((line = readline("0> ")) != NULL) { free(line); }
  return 0;
}
