#ifndef MUSTER_CREADLINE_H
#define MUSTER_CREADLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// GNU readline keeps its state in globals, which Swift 6 rightly will not touch. Everything this
// program wants of it (and of terminals and signals) goes through these few calls. They keep state
// of their own, so: one thread, the main one.

#pragma clang assume_nonnull begin

#define MUSTER_CLOSED_ENUM __attribute__((enum_extensibility(closed)))

/// What ended a wait.
typedef enum MUSTER_CLOSED_ENUM {
  MusterWakeInput,      // standard input can be read, or is at its end
  MusterWakeTimeout,    // the moment waited for has come
  MusterWakeInterrupt,  // SIGINT or SIGQUIT
  MusterWakeTerminate,  // SIGTERM
  MusterWakeHangup,     // SIGHUP
  MusterWakeResize,     // SIGWINCH
  MusterWakeSuspend,    // SIGTSTP
  MusterWakeResume,     // SIGCONT
} MusterWake;

/// How reading a line ended.
typedef enum MUSTER_CLOSED_ENUM {
  MusterEndLine,       // Enter
  MusterEndInput,      // Ctrl-D on an empty line, or no more input
  MusterEndTimeout,    // the deadline
  MusterEndInterrupt,  // Ctrl-C
  MusterEndTerminate,  // SIGTERM
  MusterEndHangup,     // the terminal has gone
} MusterEnd;

/// One line, or as much of it as there was when it was cut off.
typedef struct {
  MusterEnd end;
  bool completed;           // a name was offered by completion while this line was typed
  char *_Nullable text;     // to be given back with muster_line_free
  size_t count;             // bytes in text
} MusterLine;

/// Called once a second, at whole seconds before the deadline, while a line is being read.
typedef void (*MusterTick)(void *_Nullable context, int64_t nanosecondsLeft);

/// Called after the screen was cleared, because its size has changed or because the user asked for it
/// (Ctrl-L): writes what stands above the prompt.
typedef void (*MusterRedraw)(void *_Nullable context);

/// No deadline.
#define MUSTER_NEVER INT64_MAX

// --- The process (process.c) ---

/// Opens descriptors 0, 1 and 2 on /dev/null where they are closed (else the next file opened would
/// become "standard output"), ignores SIGPIPE, and takes a UTF-8 locale if the environment has none.
void muster_prepare_process(void);

/// Whether muster_prepare_process found no UTF-8 locale in the environment and took one.
bool muster_took_locale(void);

/// From here on SIGINT, SIGQUIT, SIGTERM and SIGHUP wait until muster_wait or muster_read_line
/// reports them. False if the system refuses.
bool muster_hold_signals(void);

/// Undoes muster_hold_signals; a signal still waiting then takes its usual effect.
void muster_release_signals(void);

// --- Waiting (wait.c) ---

/// The monotonic clock, in nanoseconds.
int64_t muster_monotonic_now(void);

/// Sleeps until standard input is readable, a held signal arrives, or the monotonic clock reads
/// `until`. A signal comes before the deadline, the deadline before input.
MusterWake muster_wait(int64_t until);

// --- The terminal (tty.c) ---

/// Whether the descriptor is a terminal.
bool muster_is_terminal(int descriptor);

/// Columns of the terminal behind the descriptor; 0 if unknown.
int muster_columns(int descriptor);

/// Throws away what is typed or pasted, unseen, until it has been quiet for `quiet` nanoseconds, for
/// `longest` at most. Returns what ended it: timeout, or the signal that arrived.
MusterWake muster_drain(int64_t quiet, int64_t longest);

/// What has been typed on a terminal in line mode without Enter yet: up to `capacity` bytes.
size_t muster_take_unfinished_line(char *buffer, size_t capacity);

// --- A key (key.c) ---

/// From here on keys are taken one by one and not shown, and a changed size and Ctrl-Z wait until
/// muster_read_key reports them: to be called before anything is drawn. False if there is no terminal.
bool muster_begin_keys(void);

/// Undoes muster_begin_keys: the terminal is as it was before.
void muster_end_keys(void);

/// Waits for one key at a terminal and gives its first byte; 0 stands for a key that sends a sequence
/// (an arrow), '\f' also for a screen that is to be drawn anew: its size has changed, or the program was
/// stopped and goes on. Never ends with a timeout.
MusterEnd muster_read_key(int *key);

// --- A line (line.c) ---

/// Reads a line with GNU readline: standard input and output must be terminals. The terminal is put
/// back as it was in every case. Invisible parts of the prompt are between \001 and \002.
MusterLine muster_read_line(
    const char *prompt, int64_t deadline, MusterTick _Nullable tick,
    MusterRedraw _Nullable redraw, void *_Nullable context);

/// Redraws the line being read with another prompt: for use inside a MusterTick.
void muster_show_prompt(const char *prompt);

/// Gives back the text of a line.
void muster_line_free(MusterLine line);

/// Whether the terminal can move its cursor (not "dumb", not unknown): only then is there a tick.
bool muster_can_redraw(void);

// --- Completion (completion.c) ---

/// Forgets all words offered by completion.
void muster_completion_clear(void);

/// Adds a word that completion offers: a command if it begins with a colon, else a name.
void muster_completion_add(const char *word);

/// Adds more words when completion is asked for the first time.
typedef void (*MusterFill)(void *_Nullable context);

/// What to call once, before the first completion; NULL for nothing.
void muster_completion_later(MusterFill _Nullable fill, void *_Nullable context);

#pragma clang assume_nonnull end

#endif
