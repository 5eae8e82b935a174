internal import ArgumentParser
internal import JSON
internal import Memory
internal import Terminal

/// `muster memory replay`: what a model knows after every review of a log, in full precision.
struct MemoryReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Show what a memory model knows after each review of a log.",
    discussion: """
      LOG.csv has a header that names the columns card, secs (seconds since any moment) and rating (1 again, \
      2 hard, 3 good, 4 easy); Anki's own names cid, id and ease do as well. Without it, your own reviews are \
      replayed. FSRS-6 counts periods of 24 hours; FSRS-7 exact time.
      Examples:
        muster memory replay log.csv --model fsrs-7 --json
      """
  )

  @Argument(help: ArgumentHelp("A review log; without it, your own reviews.", valueName: "log.csv"))
  var log: String?

  @Option(help: "The memory model: fsrs-6 or fsrs-7.")
  var model: Fit.Kind = .fsrs6

  @Option(
    help: ArgumentHelp(
      "The model's parameters, with commas between, or a file that holds them.",
      valueName: "w0,w1,…"
    )
  )
  var parameters: String?

  @Option(help: ArgumentHelp("The recall at which to ask again.", valueName: "0…1"))
  var retention = 0.9

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    guard retention > 0, retention < 1 else {
      throw fail(
        .usage,
        "--retention is \(retention): write a number between 0 and 1, for instance 0.9"
      )
    }
    let model = try MemoryInput.model(model, parameters)
    let log = try log.map(MemoryInput.log) ?? OwnReviews(shared).log
    let report = ReplayReport(log: log, model: model, retention: retention)
    let output = Output()
    if json { report.writeJSON(to: output) } else { report.writeLines(to: output) }
    output.flush()
    if output.failure != nil { throw ExitCode(Exit.inputOutput.rawValue) }
  }
}

/// A replayed log, ready to be printed.
struct ReplayReport {
  let log: ReviewLog
  let model: MemoryModel
  let retention: Double

  /// Tab-separated columns under a header.
  func writeLines(to output: Output) {
    let isSeven = model.name == "fsrs-7"
    let fast = isSeven ? "stabilityFast\t" : ""
    output.line("card\tsecs\trating\tstability\t\(fast)difficulty\tretrievability\tinterval")
    let replay = Replay(log, through: model)
    for index in 0..<log.count {
      let state = replay.states[index]
      let fast = isSeven ? "\(state.stabilityFast)\t" : ""
      let recall = replay.recalls[index].map { "\($0)" } ?? "-"
      let interval = model.interval(state, retention: retention)
      output.line(
        "\(visible(card(index)))\t\(seconds(index))\t\(log.rating[index])\t\(state.stability)\t"
          + "\(fast)\(state.difficulty)\t\(recall)\t\(interval)"
      )
    }
  }

  /// One object, one review a line.
  func writeJSON(to output: Output) {
    let replay = Replay(log, through: model)
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("format", "muster-memory-replay")
      writer.field("version", 1)
      writer.field("model", .string(model.name))
      writer.field("parameters", .array(model.parameters.map { .double($0) }))
      writer.field("retention", .double(retention))
      writer.key("reviews")
      writer.array { writer in
        for index in 0..<log.count {
          writer.newline()
          write(index, replay, to: &writer)
        }
      }
    }
    writer.end()
    output.write(writer.text)
  }

  private func write(_ index: Int, _ replay: Replay, to writer: inout JSONWriter) {
    let state = replay.states[index]
    writer.object { writer in
      let card = card(index)
      // A card that is a plain number in the log is one here.
      writer.field("card", Int(card).flatMap { "\($0)" == card ? .int($0) : nil } ?? .string(card))
      writer.field("secs", number(log.seconds[index]))
      writer.field("rating", .int(Int(log.rating[index])))
      writer.field("stability", .double(state.stability))
      if model.name == "fsrs-7" { writer.field("stabilityFast", .double(state.stabilityFast)) }
      writer.field("difficulty", .double(state.difficulty))
      writer.field("retrievability", replay.recalls[index].map { .double($0) } ?? .null)
      writer.field("interval", .double(model.interval(state, retention: retention)))
    }
  }

  private func card(_ index: Int) -> String { log.cards[Int(log.card[index])] }

  private func seconds(_ index: Int) -> String { number(log.seconds[index]).text }

  private func number(_ seconds: Double) -> JSONValue {
    Int(exactly: seconds).map { .int($0) } ?? .double(seconds)
  }
}
