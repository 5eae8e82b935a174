internal import Foundation
internal import Support

/// From the start of the process to the first question at a pseudo-terminal, beside the prompt of the
/// `sqlite3` shell, in turn; and the memory that it took.
func benchStart() throws {
  let home = try TemporaryFolder()
  let program = BuiltProgram()
  _ = try program.run(["config", "minutes", "15"], home: home.url)
  let sqlite = BuiltProgram(path: "/usr/bin/sqlite3")
  var ours: [Double] = []
  var theirs: [Double] = []
  var memory = 0
  for _ in 0..<25 {
    theirs.append(try startTime(sqlite, [], "sqlite> ", home: home.url).milliseconds)
    let start = try startTime(program, ["study"], "\n> ", home: home.url)
    ours.append(start.milliseconds)
    memory = max(memory, start.memory)
  }
  print("to the first prompt, ms          median     min     max      n")
  print(startRow("sqlite3", theirs))
  print(startRow("muster study", ours))
  let ratio = median(ours) / median(theirs)
  print("ratio of the medians             \((ratio * 100).rounded() / 100)")
  print("most memory, MiB                 \((Double(memory) / 102.4).rounded() / 10)")
}

private func startTime(
  _ program: BuiltProgram,
  _ arguments: [String],
  _ prompt: String,
  home: URL
) throws -> (milliseconds: Double, memory: Int) {
  let clock = ContinuousClock()
  let start = clock.now
  let terminal = try PseudoTerminal(program, arguments, home: home)
  try terminal.wait(for: prompt)
  let time = (clock.now - start) / .milliseconds(1)
  let memory = terminal.peakMemory
  terminal.send("\u{04}")
  _ = try terminal.waitForExit()
  return (time, memory)
}

private func startRow(_ name: String, _ values: [Double]) -> String {
  let sorted = values.sorted()
  let columns = [median(values), sorted[0], sorted[sorted.count - 1]].map { value in
    let text = String((value * 10).rounded() / 10)
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
  }
  let count = String(values.count)
  return name + String(repeating: " ", count: max(0, 31 - name.count)) + columns.joined()
    + String(repeating: " ", count: max(0, 7 - count.count)) + count
}
