internal import ArgumentParser
internal import Progress
internal import Session
internal import Terminal

/// `muster backup`: the copies made of the progress file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "List the backups of the progress file, or restore one.",
    discussion: """
      A backup is made at the first sitting of a day, and before every merge, repair and restore.
      Of the daily ones, those of 7 days, 4 weeks and 6 months are kept.
      Examples:
        muster backup list
        muster backup restore NAME
      """,
    subcommands: [BackupListCommand.self, BackupRestoreCommand.self],
    defaultSubcommand: BackupListCommand.self
  )
}

/// `muster backup list`.
struct BackupListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the backups, the newest first.",
    discussion: """
      Examples:
        muster backup list
      """
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let path = try shared.progressPath()
    let output = Output()
    let backups = Backups(path: path, now: try shared.clock().now.time).list()
    for backup in backups {
      let reason = backup.reason.map { "  before \(visible($0))" } ?? ""
      output.line("\(visible(backup.name))  \(backup.size) bytes\(reason)")
    }
    if backups.isEmpty { output.line("there is no backup yet of \(visible(path))") }
    output.flush()
  }
}

/// `muster backup restore`.
struct BackupRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the progress file, which is itself backed up first.",
    discussion: """
      Examples:
        muster backup restore NAME
      """
  )

  @Argument(help: "The name of the backup, as `muster backup list` shows it.")
  var name: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let path = try shared.progressPath()
    let now = try shared.clock().now.time
    let saved: String?
    do throws(ProgressError) {
      saved = try Backups(path: path, now: now).restore(name)
    } catch {
      throw refuse(error)
    }
    let output = Output()
    output.line("restored: \(visible(name))")
    if let saved { output.line("the file as it was: \(visible(saved))") }
    output.flush()
  }
}
