#ifndef MUSTER_CPTY_H
#define MUSTER_CPTY_H

#include <sys/types.h>

#pragma clang assume_nonnull begin

/// A child process at a pseudo-terminal.
typedef struct {
  pid_t process;  // -1 if it could not be started
  int master;
} MusterPty;

/// Starts a program as the leader of a session whose controlling terminal is a new pseudo-terminal.
/// With `shape` the child's descriptors are changed before it starts: "stdin-closed" closes 0,
/// "stdout-file:PATH" sends 1 to a file. `settings` receives those of the terminal before the start.
MusterPty muster_pty_start(
    const char *program, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment, int columns, int rows, const char *shape,
    char *settings, size_t capacity);

/// Starts a program with the given standard descriptors; -1 if it could not be started.
pid_t muster_spawn(
    const char *program, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment, int input, int output, int errors);

/// Sets the size of the terminal; the child gets SIGWINCH.
void muster_pty_resize(int master, int columns, int rows);

/// The terminal's settings, all of them, as text; the same text means the same settings.
void muster_pty_settings(int master, char *text, size_t capacity);

/// The columns that the C library gives a scalar; -1 for what cannot be printed.
int muster_scalar_columns(unsigned scalar);

#pragma clang assume_nonnull end

#endif
