internal import ArgumentParser
internal import JSON
internal import Progress
internal import Quiz
internal import Session
internal import Terminal

/// `muster log`: everything that was ever done.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print every event in the progress file.",
    discussion: """
      Exit code 1: damage was found; `muster doctor` says more.
      Examples:
        muster log
        muster log --json
        muster log --reports
      """
  )

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Only what was reported about questions, for the deck's author.")
  var reports = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    if reports { return try tellReports() }
    let path = try shared.progressPath()
    let now = try shared.clock().now.time
    do throws(ProgressError) {
      let log = try EventLog(path, now: now)
      defer { log.close() }
      if json { try printJSON(log) } else { try printLines(log) }
      tell(log.loaded.findings, of: path)
      if !log.loaded.isDamaged { return }
    } catch {
      throw refuse(error)
    }
    throw ExitCode(Exit.damage.rawValue)
  }

  private func tellReports() throws {
    let now = try shared.clock().now.time
    let loaded = try ProgressFile.readIfThere(try shared.progressPath(), orRefuse: now)
    let deck = try DeckFiles.load(shared.deckNames)
    let reports = ReportsTelling(loaded.events, Course(deck, seed: 0, dateOrder: nil))
    let output = Output()
    for line in json ? [reports.json.text] : reports.lines { output.line(line) }
    output.flush()
  }

  private func printJSON(_ log: EventLog) throws(ProgressError) {
    let output = Output()
    output.write("{\"format\":\"muster-log\",\"version\":1,\"events\":[")
    var isFirst = true
    var overrules = Overrules()
    try log.forEach { node, isUndone in
      overrules.add(node, isUndone: isUndone)
      var writer = JSONWriter()
      writer.object { writer in
        for member in node.members where !member.hasKey("c") {
          writer.key(member.key)
          writer.node(member.value)
        }
        if isUndone { writer.field("undone", true) }
      }
      output.write(isFirst ? "\n" : ",\n")
      output.write(writer.text)
      isFirst = false
    }
    let measure = overrules.fields.map { "\"\($0.key)\":\($0.value.text)" }.joined(separator: ",")
    output.line("\n],\(measure)}")
    output.flush()
  }

  private func printLines(_ log: EventLog) throws(ProgressError) {
    let output = Output()
    var overrules = Overrules()
    try log.forEach { node, isUndone in
      overrules.add(node, isUndone: isUndone)
      output.line(LogLine(node, isUndone: isUndone).text)
    }
    overrules.tell(output)
    output.flush()
  }
}

/// One event as a line for people.
struct LogLine {
  let text: String

  init(_ node: JSONNode, isUndone: Bool) {
    let time = Int64(node["t"]?.int ?? 0)
    let zone = Int64(node["z"]?.int ?? 0)
    let moment = Timestamp(time + zone * 60_000)
    let kind = visible(node["k"]?.string ?? "")
    let words = kind == "review" ? Self.review(node) : Self.other(node)
    text = "\(moment.localText)  \(kind)  \(words)" + (isUndone ? "  (undone)" : "")
  }

  private static func review(_ node: JSONNode) -> String {
    func text(_ key: String) -> String { visible(node[key]?.string ?? "") }
    return "\(text("verdict"))  \(text("item"))  \"\(text("typed"))\""
  }

  private static func other(_ node: JSONNode) -> String {
    let own: Set<String> = ["id", "n", "h", "k", "t", "z", "c"]
    return node.members.filter { !own.contains($0.key) }
      .map { "\(visible($0.key)): \(visible(JSONValue($0.value).text))" }
      .joined(separator: ", ")
  }
}

/// Tells what was found in a progress file, on standard error.
func tell(_ findings: [Finding], of path: String) {
  for finding in findings {
    let place = finding.line.map { "\(path):\($0)" } ?? path
    complain("muster: \(visible(place)): \(visible(finding.sentence))")
  }
}
