#define _GNU_SOURCE
#include "CPty.h"

#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>
#include <wchar.h>

static void take_shape(const char *shape) {
  static const char file[] = "stdout-file:";
  if (strcmp(shape, "stdin-closed") == 0) { close(0); }
  if (strncmp(shape, file, strlen(file)) == 0) {
    close(1);
    if (open(shape + strlen(file), O_WRONLY | O_CREAT | O_TRUNC, 0600) != 1) { _exit(126); }
  }
}

/// The test runner may hold or ignore signals; the child is to start as from a shell.
static void reset_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) { signal(number, SIG_DFL); }
}

MusterPty muster_pty_start(
    const char *program, char *const *arguments, char *const *environment, int columns, int rows,
    const char *shape, char *settings, size_t capacity) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  MusterPty pty = {.process = -1, .master = -1};
  int slave = -1;
  if (openpty(&pty.master, &slave, NULL, NULL, &size) != 0) { return pty; }
  fcntl(pty.master, F_SETFD, FD_CLOEXEC);
  muster_pty_settings(pty.master, settings, capacity);
  pty.process = fork();
  if (pty.process == 0) {
    reset_signals();
    login_tty(slave);
    take_shape(shape);
    close_range(3, ~0U, 0);
    execve(program, arguments, environment);
    _exit(127);
  }
  close(slave);
  return pty;
}

pid_t muster_spawn(
    const char *program, char *const *arguments, char *const *environment, int input, int output,
    int errors) {
  pid_t process = fork();
  if (process == 0) {
    reset_signals();
    dup2(input, 0);
    dup2(output, 1);
    dup2(errors, 2);
    close_range(3, ~0U, 0);
    execve(program, arguments, environment);
    _exit(127);
  }
  return process;
}

void muster_pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  ioctl(master, TIOCSWINSZ, &size);
}

void muster_pty_settings(int master, char *text, size_t capacity) {
  struct termios settings;
  if (tcgetattr(master, &settings) != 0) {
    snprintf(text, capacity, "gone");
    return;
  }
  int used = snprintf(
      text, capacity, "%x:%x:%x:%x", settings.c_iflag, settings.c_oflag, settings.c_cflag,
      settings.c_lflag);
  for (int i = 0; i < NCCS && used > 0 && (size_t)used < capacity; i++) {
    used += snprintf(text + used, capacity - (size_t)used, ":%x", settings.c_cc[i]);
  }
}

int muster_scalar_columns(unsigned scalar) {
  static locale_t locale = NULL;
  if (locale == NULL) { locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL); }
  locale_t before = uselocale(locale);
  int columns = wcwidth((wchar_t)scalar);
  uselocale(before);
  return columns;
}
