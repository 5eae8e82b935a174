internal import ArgumentParser
internal import Progress
internal import Session
internal import Terminal

/// `muster doctor`: whether the progress file is sound, and what helps.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine the progress file; with --repair, put it right after a backup.",
    discussion: """
      Exit code 0: sound, or repaired; 1: damage was found; 65: no file of this muster.
      Examples:
        muster doctor
        muster doctor --repair
      """
  )

  @Flag(help: "Back the file up and write it anew, with every answer that can be read.")
  var `repair` = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let path = try shared.progressPath()
    let doctor = Doctor(path: path, now: try shared.clock().now.time)
    let output = Output()
    do throws(ProgressError) {
      if `repair` { tell(try doctor.repair(), path, output) }
      let examination = try doctor.examine()
      tell(examination, path, output)
      output.flush()
      if !examination.isDamaged { return }
    } catch {
      output.flush()
      throw refuse(error)
    }
    throw ExitCode(Exit.damage.rawValue)
  }

  private func tell(_ repair: Doctor.Repair, _ path: String, _ output: Output) {
    output.line("repaired: \(counted(repair.events, "event is", "events are")) in the file now")
    if repair.broughtBack > 0 {
      output.line("brought back from copies set aside: \(repair.broughtBack)")
    }
    for copy in repair.settled { output.line("examined, and kept as: \(visible(copy))") }
    output.line("the file as it was: \(visible(repair.backup))")
  }

  private func tell(_ shown: Doctor.Examination, _ path: String, _ output: Output) {
    output.line("file: \(visible(path)), \(shown.size) bytes")
    output.line("events: \(shown.events), of these answers: \(shown.reviews)")
    output.line("backups: \(shown.backups)")
    for finding in shown.findings { output.line(visible(finding.description)) }
    let damage = shown.findings.count(where: \.isDamage)
    output.line(damage == 0 ? "sound" : "\(counted(damage, "problem", "problems")) found")
  }
}
