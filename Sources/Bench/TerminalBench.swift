internal import Foundation
internal import Support

/// Figures about reading lines, taken at a pseudo-terminal: how late a limit is, how often the program
/// wakes up while it waits, how long a key takes to be echoed.
func benchTerminal() throws {
  print("limits are late by (µs)          median     p99     max      n")
  var all: [Double] = []
  for (name, keys) in [
    ("a plain line", "nat"), ("a search (^R)", "nat\u{12}x"), ("after ESC", "nat\u{1B}"),
    ("an unfinished paste", "n\u{1B}[200~at\no"),
  ] {
    let values = try lateness(keys: keys, limits: 50)
    all += values
    print(row(name, values))
  }
  print(row("all of them", all))
  let wakeUps = try wakeUpsPerSecond(seconds: 5)
  print("wake-ups a second, countdown on  \(wakeUps)")
  let echo = try echoTimes(keys: 400)
  print("key to echo (µs)                 median     p99     max      n")
  print(row("muster", echo.ours))
  print(row("bare readline", echo.bare))
  let ratio = median(echo.ours) / median(echo.bare)
  print("ratio of the medians             \((ratio * 100).rounded() / 100)")
}

private func row(_ name: String, _ values: [Double]) -> String {
  let sorted = values.sorted()
  let p99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
  let columns = [median(values), p99, sorted[sorted.count - 1], Double(sorted.count)].map { value in
    let text = String(Int(value))
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
  return name + String(repeating: " ", count: max(0, 31 - name.count)) + columns.joined()
}

/// Microseconds from each limit until the program has the line in hand, by its own clock.
private func lateness(keys: String, limits: Int) throws -> [Double] {
  let terminal = try PseudoTerminal(
    BuiltProgram("TerminalProbe"),
    ["seconds=0.08", "lines=\(limits)", "lateness"]
  )
  for _ in 0..<limits {
    try terminal.wait(for: "> ")
    terminal.send(keys)
    try terminal.wait(for: "late by ")
  }
  _ = try terminal.waitForExit()
  let text = String(decoding: terminal.received, as: UTF8.self)
  return text.components(separatedBy: "late by ").dropFirst().compactMap { part in
    Double(part.prefix { $0.isNumber || $0 == "-" })
  }
}

/// How often the kernel woke the program while it waited for a key with a countdown.
private func wakeUpsPerSecond(seconds: Double) throws -> Double {
  let terminal = try PseudoTerminal(BuiltProgram("TerminalProbe"), ["seconds=60", "tick"])
  try terminal.wait(for: "0> ")
  terminal.settle()
  let before = terminal.voluntarySwitches
  terminal.read(for: seconds)
  return Double(terminal.voluntarySwitches - before) / seconds
}

/// Microseconds from a key to its echo, for ours and for the bare program, key by key in turn.
private func echoTimes(keys: Int) throws -> (ours: [Double], bare: [Double]) {
  let ours = try PseudoTerminal(BuiltProgram("TerminalProbe"), ["seconds=600", "tick"])
  let bare = try PseudoTerminal(BuiltProgram("BareReadline"), [])
  try ours.wait(for: "0> ")
  try bare.wait(for: "0> ")
  var times = (ours: [Double](), bare: [Double]())
  for index in 0..<keys {
    let key = String(UnicodeScalar(UInt8(97 + index % 26)))
    times.ours.append(try ours.echoTime(of: key) * 1e6)
    times.bare.append(try bare.echoTime(of: key) * 1e6)
    if index % 40 == 39 {
      for terminal in [ours, bare] {
        terminal.send("\u{15}")
        terminal.settle()
      }
    }
  }
  return times
}
