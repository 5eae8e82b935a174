#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <readline/readline.h>

#include "internal.h"

bool muster_completion_offered = false;

static char **words = NULL;
static size_t word_count = 0, word_capacity = 0;

static MusterFill fill_later = NULL;
static void *fill_context = NULL;

void muster_completion_later(MusterFill fill, void *context) {
  fill_later = fill;
  fill_context = context;
}

static void fill(void) {
  MusterFill waiting = fill_later;
  fill_later = NULL;
  if (waiting != NULL) { waiting(fill_context); }
}

void muster_completion_clear(void) {
  fill_later = NULL;
  for (size_t i = 0; i < word_count; i++) { free(words[i]); }
  word_count = 0;
}

void muster_completion_add(const char *word) {
  if (word_count == word_capacity) {
    size_t capacity = word_capacity == 0 ? 64 : 2 * word_capacity;
    char **larger = realloc(words, capacity * sizeof *words);
    if (larger == NULL) { return; }  // one name fewer to offer: no reason to end a sitting
    words = larger;
    word_capacity = capacity;
  }
  char *copy = strdup(word);
  if (copy != NULL) { words[word_count++] = copy; }
}

/// A copy of `word` behind the first `blanks` characters of `text`, which the match must keep.
static char *joined(const char *text, size_t blanks, const char *word) {
  size_t count = strlen(word);
  char *match = malloc(blanks + count + 1);
  if (match == NULL) { return NULL; }
  memcpy(match, text, blanks);
  memcpy(match + blanks, word, count + 1);
  return match;
}

/// Readline asks for one match after the other, from the beginning if `again` is 0.
static char *next_match(const char *text, int again) {
  static size_t next;
  if (again == 0) { next = 0; }
  size_t blanks = strspn(text, " ");
  const char *typed = text + blanks;
  size_t count = strlen(typed);
  if (count == 0) { return NULL; }  // a list of everything helps nobody spell
  while (next < word_count) {
    const char *word = words[next++];
    if (strncasecmp(word, typed, count) == 0) { return joined(text, blanks, word); }
  }
  return NULL;
}

char **muster_complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  fill();
  rl_attempted_completion_over = 1;  // never the names of files
  rl_completion_append_character = '\0';
  char **matches = rl_completion_matches(text, next_match);
  if (matches != NULL && rl_line_buffer[0] != ':') { muster_completion_offered = true; }
  return matches;
}
