internal import ArgumentParser
internal import Progress
internal import Session
internal import Terminal

/// `muster undo`: answers taken back, or given again.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last answers; with --redo, the last undo.",
    discussion: """
      Nothing is erased: an undo is an event of its own, and can itself be undone.
      Examples:
        muster undo
        muster undo 3
        muster undo --redo
        muster undo --suspended
      """
  )

  @Argument(help: "How many answers.")
  var count = 1

  @Flag(help: "Give the answers back that were undone last.")
  var redo = false

  @Flag(help: "Ask again what was put aside last with :suspend.")
  var suspended = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if redo, suspended { throw ValidationError("--redo and --suspended do not go together") }
    if count < 1 { throw ValidationError("undo takes a number of answers, 1 or more") }
  }

  func run() throws {
    let path = try shared.progressPath()
    let now = try shared.clock().now
    let output = Output()
    do throws(ProgressError) {
      let opened = try ProgressFile.open(path, now: now.time)
      tell(opened.loaded.findings, of: path)
      let targets = targets(opened.loaded)
      for target in targets {
        try opened.file.append(.undo(of: target.id, time: now.time, zone: now.zone))
        output.line("\(done): \(visible(target.item))")
        output.flush()
      }
      for notice in opened.file.takeNotices() { complain("muster: \(visible(notice))") }
      if targets.isEmpty { output.line(nothing) }
    } catch {
      throw refuse(error)
    }
    output.flush()
  }

  private func targets(_ loaded: Loaded) -> [UndoTarget] {
    redo
      ? loaded.undoneLast(count)
      : suspended ? loaded.suspendedLast(count) : loaded.reviewsLast(count)
  }

  private var done: String {
    redo ? "given back" : suspended ? "asked again" : "taken back"
  }

  private var nothing: String {
    redo
      ? "nothing is undone"
      : suspended ? "no question is suspended" : "there is no answer to undo"
  }
}
