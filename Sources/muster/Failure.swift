internal import ArgumentParser
internal import Terminal

/// How the program ends when not everything went well; scripts read it (sysexits.h).
enum Exit: Int32 {
  /// Damage or defects were found.
  case damage = 1
  /// A paper was failed, and `--pass` was given.
  case failed = 3
  /// The command line is not understood.
  case usage = 64
  /// A deck, a progress file or another input is not sound.
  case badData = 65
  /// A file is not there or cannot be read.
  case noInput = 66
  /// A file cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// The progress file is in use.
  case busy = 75
  /// A setting is not sound.
  case badConfiguration = 78
}

/// Tells the user what is wrong and what to do next, and gives what to throw.
func fail(_ exit: Exit, _ sentence: String) -> ExitCode {
  complain("muster: error: \(visible(sentence))")
  return ExitCode(exit.rawValue)
}

/// Writes a line to standard error.
func complain(_ line: String) {
  let output = Output(descriptor: 2)
  output.line(line)
  output.flush()
}
