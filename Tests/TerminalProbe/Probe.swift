internal import Glibc
internal import Terminal

// Asks for lines and prints what came of it, one reply a line, until the input ends:
//   TerminalProbe [plain] [seconds=S] [tick] [names] [lines=N] [lateness] [redraw]

/// What the probe is told on its command line.
private struct Options {
  var plain = false
  var seconds: Double?
  var ticks = false
  var names: [String] = []
  var lines = Int.max
  var showsLateness = false
  var redraws = false

  init(_ arguments: ArraySlice<String>) {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      switch parts[0] {
      case "plain": plain = true
      case "seconds": seconds = Double(parts[1])
      case "tick": ticks = true
      case "names": names = ["North Atlantic Treaty", "Northern Group", "SEATO", "Überlingen"]
      case "lines": lines = Int(parts[1]) ?? 1
      case "lateness": showsLateness = true
      case "redraw": redraws = true
      default: break
      }
    }
  }
}

private func words(_ reply: Reply) -> String {
  switch reply {
  case .line(let text, let completed): "line(\(text))\(completed ? " completed" : "")"
  case .end: "end"
  case .timeout(let partial): "timeout(\(partial))"
  case .interrupt(let partial): "interrupt(\(partial))"
  case .terminate(let partial): "terminate(\(partial))"
  case .hangup(let partial): "hangup(\(partial))"
  }
}

/// Asks until something ends it, and returns the exit code.
private func converse(_ options: Options, _ reader: LineReader, _ output: Output, _ screen: Screen)
  -> Int32
{
  reader.complete(commands: [":quit", ":skip", ":suspend"], names: { options.names })
  if options.redraws {
    reader.redraw = { ["question, \(screen.width) columns"] }
    for line in reader.redraw?() ?? [] { output.line(line) }
  }
  for number in 0..<options.lines {
    let deadline = options.seconds.map { Moment.now + $0 }
    let reply = reader.read(
      prompt: "\(number)> ",
      until: deadline,
      countdown: options.ticks ? { screen.styled("\($0) s", .warning) + " \(number)> " } : nil
    )
    if options.showsLateness, let deadline {
      let microseconds = Int((Moment.now - deadline) * 1e6)
      output.line("late by \(microseconds) µs")
    }
    output.line("<\(words(reply))>")
    output.flush()
    if let code = reply.exitCode { return code }
    switch reply {
    case .end: return 0
    case .timeout:
      if let other = reader.discardInput(quiet: 0.1, longest: 1) { return other.exitCode ?? 0 }
    default: break
    }
  }
  return 0
}

@main
struct Probe {
  static func main() {
    prepareProcess()
    let options = Options(CommandLine.arguments.dropFirst())
    let screen = Screen(plain: options.plain, color: .auto)
    let output = Output()
    let code = converse(options, LineReader(screen: screen, output: output), output, screen)
    exit(code)
  }
}
