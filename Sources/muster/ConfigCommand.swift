internal import ArgumentParser
internal import Deck
internal import JSON
internal import Progress
internal import Session
internal import Terminal

/// `muster config`: what the learner sets, kept as events in the progress file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show or change settings.",
    discussion: """
      Examples:
        muster config
        muster config new-per-day 15
        muster config date-order day-first
      """
  )

  @Argument(help: ArgumentHelp("The setting.", valueName: "key"))
  var key: String?

  @Argument(help: ArgumentHelp("Its new value.", valueName: "value"))
  var value: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let clock = try shared.clock()
    guard let key else { return try list(clock) }
    guard let setting = Setting.named(key) else { throw unknown(key) }
    guard let value else { return try show(setting, clock) }
    try set(setting, value, clock)
  }

  private func list(_ clock: Clock) throws {
    let preferences = try preferences(clock)
    let output = Output()
    let width = Setting.all.map { $0.key.count }.max() ?? 0
    for setting in Setting.all {
      let value = setting.read(preferences)
      output.line(
        "\(padded(setting.key, to: width))  \(padded(value, to: 10))  \(setting.about) (\(setting.values))"
      )
    }
    output.flush()
  }

  private func show(_ setting: Setting, _ clock: Clock) throws {
    let output = Output()
    output.line(setting.read(try preferences(clock)))
    output.flush()
  }

  private func set(_ setting: Setting, _ value: String, _ clock: Clock) throws {
    guard let changed = setting.apply(value, Preferences()) else {
      throw fail(
        .badConfiguration,
        "\(setting.key) cannot be \"\(value)\"; it is \(setting.about): \(setting.values)"
      )
    }
    let now = clock.now
    let ledger = try shared.openLedger(isPractice: false, now: now)
    do throws(ProgressError) {
      let fields = [
        JSONField("key", .string(setting.key)), JSONField("value", .string(value)),
      ]
      try ledger.append(
        NewEvent(kind: "config", fields: fields, time: now.time, zone: now.zone)
      )
    } catch {
      throw refuse(error)
    }
    let output = Output()
    output.line("\(setting.key) = \(setting.read(changed))")
    output.flush()
  }

  private func preferences(_ clock: Clock) throws -> Preferences {
    Preferences(try shared.openLedger(isPractice: true, now: clock.now).loaded.events)
  }

  private func unknown(_ key: String) -> ExitCode {
    let keys = Setting.all.map(\.key)
    let guess = nearest(to: key, among: keys).map { "did you mean \($0)? " } ?? ""
    return fail(
      .badConfiguration,
      "there is no setting \"\(key)\"; \(guess)Settings: \(keys.joined(separator: ", "))"
    )
  }
}
