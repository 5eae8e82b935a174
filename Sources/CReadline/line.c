#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "internal.h"

/// What readline takes for a read error: it gives the line up at once and asks for no more. (For -1,
/// end of file, it would first delete the character under the cursor.)
#define CUT_OFF (-2)

/// The states in which something else than the prompt stands before the line.
#define NO_TICK_STATES                                                                             \
  (RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG | RL_STATE_COMPLETING |                \
   RL_STATE_REDISPLAYING)

/// The line being read.
static struct {
  int64_t deadline, next_tick;
  MusterTick tick;
  MusterRedraw redraw;
  void *context;
  bool cut;
  bool in_message;  // cut off while readline showed a message in place of the prompt
  MusterEnd end;
} reading;

static int64_t next_tick(int64_t now) {
  if (reading.tick == NULL || reading.deadline == MUSTER_NEVER) { return MUSTER_NEVER; }
  int64_t whole_seconds = (reading.deadline - now - 1) / MUSTER_SECOND;
  return reading.deadline - whole_seconds * MUSTER_SECOND;
}

void muster_show_prompt(const char *prompt) {
  // Clearing and drawing anew is safe for every prompt; readline's own difference of two prompts
  // goes wrong where they have invisible parts.
  rl_clear_visible_line();
  rl_set_prompt(prompt);
  rl_forced_update_display();
}

static void tick(int64_t now) {
  reading.next_tick = next_tick(now);
  if (!RL_ISSTATE(NO_TICK_STATES)) { reading.tick(reading.context, reading.deadline - now); }
}

static int cut(MusterEnd end) {
  reading.cut = true;
  reading.end = end;
  reading.in_message = RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG);
  return CUT_OFF;
}

/// Stops as Ctrl-Z asks, with the terminal as the shell wants it, and returns once continued.
static void suspend(void) {
  int point = rl_point;
  rl_point = rl_end;
  rl_redisplay();
  rl_point = point;
  rl_crlf();
  fflush(rl_outstream);
  rl_deprep_terminal();
  muster_stop();
  rl_prep_terminal(1);
  rl_resize_terminal();
  rl_on_new_line();
  rl_forced_update_display();
}

/// After a stop that could not be held (SIGSTOP): the shell may have changed the terminal.
static void resume(void) {
  rl_deprep_terminal();  // else readline thinks it has prepared it already
  rl_prep_terminal(1);
  rl_crlf();
  rl_on_new_line();
  rl_forced_update_display();
}

/// Draws everything anew: what stands above the prompt, at the size the screen has now, and the line.
static int redraw(int count, int key) {
  (void)count;
  (void)key;
  const char *clear = rl_get_termcap("cl");
  if (reading.redraw == NULL || clear == NULL) {
    rl_resize_terminal();
    return 0;
  }
  rl_reset_screen_size();
  fputs(clear, rl_outstream);
  fflush(rl_outstream);
  reading.redraw(reading.context);
  rl_on_new_line();
  rl_forced_update_display();
  return 0;
}

/// The next byte, unless reading must be tried `again`.
static int read_byte(bool *again) {
  unsigned char byte;
  ssize_t count = read(0, &byte, 1);
  if (count == 1) { return byte; }
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
    *again = true;
    return 0;
  }
  return cut(MusterEndHangup);  // a terminal in key mode has no end of file
}

static int next_byte(FILE *stream) {
  (void)stream;
  for (;;) {
    if (reading.cut) { return CUT_OFF; }
    int64_t until = reading.next_tick < reading.deadline ? reading.next_tick : reading.deadline;
    bool again = false;
    switch (muster_wait(until)) {
    case MusterWakeTimeout: {
      int64_t now = muster_monotonic_now();
      if (now >= reading.deadline) { return cut(MusterEndTimeout); }
      tick(now);
      continue;
    }
    case MusterWakeInterrupt: return cut(MusterEndInterrupt);
    case MusterWakeTerminate: return cut(MusterEndTerminate);
    case MusterWakeHangup: return cut(MusterEndHangup);
    case MusterWakeResize: redraw(0, 0); continue;
    case MusterWakeSuspend: suspend(); continue;
    case MusterWakeResume: resume(); continue;
    case MusterWakeInput: break;
    }
    int byte = read_byte(&again);
    if (!again) { return byte; }
  }
}

/// Puts the terminal back. A line that was cut off is drawn once more in full, so that what was
/// counted stays to be seen, and the cursor comes to stand below it.
static void restore_terminal(void) {
  rl_eof_found = 0;  // else a newline is printed, or not, depending on settings
  if (reading.cut && reading.end != MusterEndHangup) {
    if (reading.in_message) { rl_clear_message(); }
    rl_point = rl_end;
    char *prompt = strdup(rl_prompt);  // rl_set_prompt frees its own before it copies
    if (prompt != NULL) { muster_show_prompt(prompt); }
    free(prompt);
  }
  rl_deprep_terminal();
  if (reading.cut) {
    fputs("\r\n", rl_outstream);
    fflush(rl_outstream);
  }
}

static void bind_keys(Keymap map) {
  rl_bind_keyseq_in_map("\033[200~", muster_paste, map);
  if (rl_function_of_keyseq("\f", map, NULL) == rl_clear_screen) {
    rl_bind_keyseq_in_map("\f", redraw, map);
  }
}

static void initialize(void) {
  static bool initialized = false;
  if (initialized) { return; }
  initialized = true;
  rl_readline_name = "muster";  // for "$if muster" in an inputrc
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_getc_function = next_byte;
  rl_deprep_term_function = restore_terminal;
  rl_attempted_completion_function = muster_complete;
  rl_completer_word_break_characters = (char *)",;";  // names have blanks in them
  rl_initialize();
  rl_variable_bind("completion-ignore-case", "on");
  bind_keys(rl_get_keymap_by_name("emacs"));
  bind_keys(rl_get_keymap_by_name("vi-insert"));
  using_history();
}

bool muster_can_redraw(void) {
  initialize();
  return rl_get_termcap("ce") != NULL;
}

/// Commands can be called back with the up arrow; an answer given earlier must not be.
static void remember(const char *line) {
  if (line[0] == ':' && line[1] != '\0') { add_history(line); }
}

static MusterLine result(char *line) {
  MusterLine result = {.end = MusterEndInput, .completed = muster_completion_offered};
  if (reading.cut) {
    result.end = reading.end;
    result.text = strndup(rl_line_buffer, MUSTER_LONGEST_LINE);
    free(line);
  } else if (line != NULL) {
    result.end = MusterEndLine;
    result.text = line;
    remember(line);
  }
  size_t count = result.text == NULL ? 0 : strlen(result.text);
  result.count = count < MUSTER_LONGEST_LINE ? count : MUSTER_LONGEST_LINE;
  return result;
}

MusterLine muster_read_line(
    const char *prompt, int64_t deadline, MusterTick tick, MusterRedraw draw, void *context) {
  initialize();
  muster_completion_offered = false;
  reading.deadline = deadline;
  reading.tick = muster_can_redraw() ? tick : NULL;
  reading.redraw = draw;
  reading.context = context;
  reading.cut = false;
  reading.next_tick = next_tick(muster_monotonic_now());
  sigset_t screen, before;
  muster_screen_mask(&screen);
  pthread_sigmask(SIG_BLOCK, &screen, &before);
  rl_reset_screen_size();
  char *line = readline(prompt);
  if (line == NULL && !reading.cut) {
    fputs("\r\n", rl_outstream);
    fflush(rl_outstream);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return result(line);
}

void muster_line_free(MusterLine line) { free(line.text); }
