#ifndef MUSTER_CREADLINE_INTERNAL_H
#define MUSTER_CREADLINE_INTERNAL_H

#include <signal.h>

#include "CReadline.h"

#define MUSTER_SECOND INT64_C(1000000000)

/// The longest line taken, in bytes: what goes beyond is cut off.
#define MUSTER_LONGEST_LINE 65536

/// The signalfd, or -1 while signals are not held.
extern int muster_signal_descriptor;

/// The signals that end a sitting.
void muster_ends_mask(sigset_t *set);

/// The signals that only matter while a line is on the screen.
void muster_screen_mask(sigset_t *set);

/// Stops as Ctrl-Z asks, while signals are held; returns once continued, the signal that continued it taken.
void muster_stop(void);

/// Takes standard input out of line mode, silently; false if it is no terminal.
struct termios;
bool muster_enter_key_mode(struct termios *before);

/// Readline's completion function, and whether it has offered a name since it was last cleared.
char **muster_complete(const char *text, int start, int end);
extern bool muster_completion_offered;

/// Readline's command for a bracketed paste: its lines become one.
int muster_paste(int count, int key);

#endif
