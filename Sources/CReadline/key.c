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

/// How the terminal was, and which signals were held.
static struct termios before;
static sigset_t outside;

/// Stops as Ctrl-Z asks, with the terminal as it was, and returns once continued.
static void stop(void) {
  tcsetattr(0, TCSADRAIN, &before);
  muster_stop();
  muster_enter_key_mode(&before);
}

/// The next key: its first byte. What follows of a sequence is thrown away, so that no arrow is taken
/// for Escape and two letters.
static MusterEnd take(int *key) {
  unsigned char byte;
  ssize_t count = read(0, &byte, 1);
  if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) { return MusterEndHangup; }
  if (count < 0) { return MusterEndTimeout; }
  // Ctrl-D; typed before the keys were asked for one by one, it is a NUL.
  if (byte == 4 || byte == 0) { return MusterEndInput; }
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

MusterEnd muster_read_key(int *key) {
  for (;;) {
    switch (muster_wait(MUSTER_NEVER)) {
    case MusterWakeInterrupt: return MusterEndInterrupt;
    case MusterWakeTerminate: return MusterEndTerminate;
    case MusterWakeHangup: return MusterEndHangup;
    case MusterWakeSuspend:
      stop();
      *key = '\f';
      return MusterEndLine;
    case MusterWakeResume:  // after a stop that could not be held (SIGSTOP)
      muster_enter_key_mode(&(struct termios){0});
      *key = '\f';
      return MusterEndLine;
    case MusterWakeResize: *key = '\f'; return MusterEndLine;
    case MusterWakeTimeout: continue;
    case MusterWakeInput: break;
    }
    MusterEnd end = take(key);
    if (end != MusterEndTimeout) { return end; }
  }
}

bool muster_begin_keys(void) {
  sigset_t screen;
  muster_screen_mask(&screen);
  pthread_sigmask(SIG_BLOCK, &screen, &outside);
  if (muster_enter_key_mode(&before)) { return true; }
  pthread_sigmask(SIG_SETMASK, &outside, NULL);
  return false;
}

void muster_end_keys(void) {
  tcsetattr(0, TCSANOW, &before);
  pthread_sigmask(SIG_SETMASK, &outside, NULL);
}
