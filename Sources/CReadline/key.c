#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

/// How long the rest of a sequence such as that of an arrow key may take, in nanoseconds.
#define REST_OF_SEQUENCE (MUSTER_SECOND / 50)

/// Stops as Ctrl-Z asks, with the terminal as it was, and returns once continued.
static void stop(const struct termios *before) {
  tcsetattr(0, TCSADRAIN, before);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  raise(SIGTSTP);  // waits, being held, until the next line lets it through
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

/// The next key: its first byte. What follows of a sequence is thrown away, so that no arrow is taken
/// for Escape and two letters.
static MusterEnd take(int *key) {
  unsigned char byte;
  ssize_t count = read(0, &byte, 1);
  if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) { return MusterEndHangup; }
  if (count < 0) { return MusterEndTimeout; }
  if (byte == 4) { return MusterEndInput; }
  *key = byte;
  while (byte == 27 && muster_wait(muster_monotonic_now() + REST_OF_SEQUENCE) == MusterWakeInput) {
    *key = 0;
    if (read(0, &byte, 1) != 1) { break; }
    if (byte != '[' && byte != 'O') { break; }
    do {
      if (read(0, &byte, 1) != 1) { break; }
    } while (byte < 0x40 || byte > 0x7e);
  }
  return MusterEndLine;
}

static MusterEnd wait_for_key(int *key, const struct termios *before) {
  for (;;) {
    switch (muster_wait(MUSTER_NEVER)) {
    case MusterWakeInterrupt: return MusterEndInterrupt;
    case MusterWakeTerminate: return MusterEndTerminate;
    case MusterWakeHangup: return MusterEndHangup;
    case MusterWakeSuspend: stop(before);  // and draw anew
    case MusterWakeResize:
    case MusterWakeResume: *key = '\f'; return MusterEndLine;
    case MusterWakeTimeout: continue;
    case MusterWakeInput: break;
    }
    MusterEnd end = take(key);
    if (end != MusterEndTimeout) { return end; }
  }
}

MusterEnd muster_read_key(int *key, int columns) {
  struct termios before;
  if (!muster_enter_key_mode(&before)) { return MusterEndInput; }
  sigset_t screen, outside;
  muster_screen_mask(&screen);
  pthread_sigmask(SIG_BLOCK, &screen, &outside);
  // The size may have changed between the drawing and the signals' being held.
  bool resized = muster_columns(1) != columns;
  if (resized) { *key = '\f'; }
  MusterEnd end = resized ? MusterEndLine : wait_for_key(key, &before);
  tcsetattr(0, TCSANOW, &before);
  pthread_sigmask(SIG_SETMASK, &outside, NULL);
  return end;
}
