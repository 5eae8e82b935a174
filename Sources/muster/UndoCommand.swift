internal import ArgumentParser
internal import Progress
internal import Session
internal import Terminal

/// `muster undo`: answers taken back, or given again.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last answers; with --redo, the last undo.",
    discussion: "Nothing is erased: an undo is an event of its own, and can itself be undone."
  )

  @Argument(help: "How many answers.")
  var count = 1

  @Flag(help: "Give the answers back that were undone last.")
  var redo = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if count < 1 { throw ValidationError("undo takes a number of answers, 1 or more") }
  }

  func run() throws {
    let path = try shared.progressPath()
    let now = try shared.clock().now
    let output = Output()
    do throws(ProgressError) {
      let opened = try ProgressFile.open(path, now: now.time)
      tell(opened.loaded.findings, of: path)
      let targets = redo ? opened.loaded.undoneLast(count) : opened.loaded.reviewsLast(count)
      for target in targets {
        try opened.file.append(.undo(of: target.id, time: now.time, zone: now.zone))
        output.line("\(redo ? "given back" : "taken back"): \(visible(target.item))")
        output.flush()
      }
      for notice in opened.file.takeNotices() { complain("muster: \(visible(notice))") }
      if targets.isEmpty { output.line(redo ? "nothing is undone" : "there is no answer to undo") }
    } catch {
      throw refuse(error)
    }
    output.flush()
  }
}
