#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

bool muster_is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int muster_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool muster_enter_key_mode(struct termios *before) {
  if (tcgetattr(0, before) != 0) { return false; }
  struct termios keys = *before;
  keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  keys.c_cc[VMIN] = 0;  // a read takes what is there and never waits
  keys.c_cc[VTIME] = 0;
  return tcsetattr(0, TCSANOW, &keys) == 0;
}

MusterWake muster_drain(int64_t quiet, int64_t longest) {
  struct termios before;
  bool terminal = muster_enter_key_mode(&before);
  int64_t start = muster_monotonic_now(), now = start;
  MusterWake wake = MusterWakeTimeout;
  while (now < start + longest) {
    int64_t until = now + quiet < start + longest ? now + quiet : start + longest;
    wake = muster_wait(until);
    if (wake != MusterWakeInput) { break; }
    char waste[4096];
    if (read(0, waste, sizeof waste) <= 0) { break; }
    now = muster_monotonic_now();
  }
  if (terminal) {
    tcflush(0, TCIFLUSH);
    tcsetattr(0, TCSANOW, &before);
  }
  return wake == MusterWakeInput ? MusterWakeTimeout : wake;
}

size_t muster_take_unfinished_line(char *buffer, size_t capacity) {
  struct termios before;
  if (!muster_enter_key_mode(&before)) { return 0; }
  ssize_t count = read(0, buffer, capacity);
  tcsetattr(0, TCSANOW, &before);
  return count > 0 ? (size_t)count : 0;
}
