#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>

#include "internal.h"

/// What a terminal sends after pasted text.
static const char paste_end[] = "\033[201~";

/// Makes one line of many: every run of blanks and control characters becomes one space, and there
/// are none at the ends.
static size_t flatten(char *text, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    unsigned char c = (unsigned char)text[i];
    bool blank = c <= ' ' || c == 0x7f;
    if (!blank) { text[kept++] = text[i]; }
    if (blank && kept > 0 && text[kept - 1] != ' ') { text[kept++] = ' '; }
  }
  while (kept > 0 && text[kept - 1] == ' ') { kept--; }
  return kept;
}

/// Reads up to the end of the paste, or as much as there is before the line is cut off.
static size_t read_paste(char *text, size_t capacity) {
  size_t count = 0, matched = 0;
  int c;
  while (paste_end[matched] != '\0' && (c = rl_read_key()) >= 0) {
    if (c == paste_end[matched]) {
      matched++;
      continue;
    }
    // Escape occurs in the end mark only in front, so a false start is text up to here.
    for (size_t i = 0; i < matched && count < capacity; i++) { text[count++] = paste_end[i]; }
    matched = c == paste_end[0] ? 1 : 0;
    if (matched == 0 && count < capacity) { text[count++] = (char)c; }
  }
  return count;
}

int muster_paste(int count, int key) {
  (void)count;
  (void)key;
  char *text = malloc(MUSTER_LONGEST_LINE + 1);
  if (text == NULL) { return 0; }
  size_t length = flatten(text, read_paste(text, MUSTER_LONGEST_LINE));
  text[length] = '\0';
  rl_insert_text(text);
  free(text);
  return 0;
}
