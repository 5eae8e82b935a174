#define _GNU_SOURCE
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

int muster_signal_descriptor = -1;

static sigset_t mask_outside;

static void open_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) == -1) {
      // open takes the lowest free number, which is this one.
      (void)open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY);
    }
  }
}

static bool took_locale = false;

bool muster_took_locale(void) { return took_locale; }

static void take_utf8_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
    took_locale = true;
    // With LC_ALL=C readline drops every byte of "é": it must see a UTF-8 locale, and it looks at
    // the environment itself.
    setenv("LC_ALL", "C.UTF-8", 1);
    setlocale(LC_CTYPE, "");
  }
}

void muster_prepare_process(void) {
  open_standard_descriptors();
  take_utf8_locale();
  signal(SIGPIPE, SIG_IGN);
}

void muster_ends_mask(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGQUIT);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGHUP);
}

void muster_screen_mask(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGWINCH);
  sigaddset(set, SIGTSTP);
  sigaddset(set, SIGCONT);
}

bool muster_hold_signals(void) {
  if (muster_signal_descriptor >= 0) { return true; }
  sigset_t ends, screen, all;
  muster_ends_mask(&ends);
  muster_screen_mask(&screen);
  sigorset(&all, &ends, &screen);
  if (pthread_sigmask(SIG_BLOCK, &ends, &mask_outside) != 0) { return false; }
  muster_signal_descriptor = signalfd(-1, &all, SFD_CLOEXEC | SFD_NONBLOCK);
  return muster_signal_descriptor >= 0;
}

void muster_release_signals(void) {
  if (muster_signal_descriptor < 0) { return; }
  close(muster_signal_descriptor);
  muster_signal_descriptor = -1;
  pthread_sigmask(SIG_SETMASK, &mask_outside, NULL);
}

void muster_stop(void) {
  sigset_t stop, resume;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigemptyset(&resume);
  sigaddset(&resume, SIGCONT);
  raise(SIGTSTP);  // waits, being held, until the next line lets it through
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  pthread_sigmask(SIG_BLOCK, &stop, NULL);
  struct timespec at_once = {0, 0};
  (void)sigtimedwait(&resume, NULL, &at_once);
}
