#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

int64_t muster_monotonic_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * MUSTER_SECOND + now.tv_nsec;
}

static bool take_signal(MusterWake *wake) {
  struct signalfd_siginfo info;
  if (read(muster_signal_descriptor, &info, sizeof info) != (ssize_t)sizeof info) { return false; }
  switch (info.ssi_signo) {
  case SIGINT:
  case SIGQUIT: *wake = MusterWakeInterrupt; return true;
  case SIGTERM: *wake = MusterWakeTerminate; return true;
  case SIGHUP: *wake = MusterWakeHangup; return true;
  case SIGWINCH: *wake = MusterWakeResize; return true;
  case SIGTSTP: *wake = MusterWakeSuspend; return true;
  case SIGCONT: *wake = MusterWakeResume; return true;
  default: return false;
  }
}

MusterWake muster_wait(int64_t until) {
  struct pollfd sources[2] = {
      {.fd = 0, .events = POLLIN},
      {.fd = muster_signal_descriptor, .events = POLLIN},  // poll skips a descriptor below zero
  };
  for (;;) {
    int64_t left = until == MUSTER_NEVER ? MUSTER_NEVER : until - muster_monotonic_now();
    if (left < 0) { left = 0; }
    struct timespec timeout = {.tv_sec = left / MUSTER_SECOND, .tv_nsec = left % MUSTER_SECOND};
    int ready = ppoll(sources, 2, until == MUSTER_NEVER ? NULL : &timeout, NULL);
    if (ready < 0 && errno != EINTR) { return MusterWakeInput; }  // reading will tell what is wrong
    if (ready < 0) { continue; }
    MusterWake wake;
    if (sources[1].revents != 0 && take_signal(&wake)) { return wake; }
    if (until != MUSTER_NEVER && muster_monotonic_now() >= until) { return MusterWakeTimeout; }
    if (sources[0].revents != 0) { return MusterWakeInput; }
  }
}
