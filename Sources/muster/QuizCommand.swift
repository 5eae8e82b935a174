internal import ArgumentParser

/// `muster quiz`: a timed paper.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Sit a timed paper.",
    discussion: """
      20 questions in 10 minutes unless told otherwise; nothing is said about right or wrong until you
      hand in. With --pass a failed paper ends with exit code 3.
      Examples:
        muster quiz
        muster quiz --questions 10 --minutes 5 --form choice
        muster quiz --seed 7 --print paper.html
        muster quiz --resume
      """
  )

  @OptionGroup var terms: QuizOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try Examining(shared, terms).run() }
}

/// The terms of a paper on the command line.
struct QuizOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many questions.", valueName: "number"))
  var questions: Int = 20

  @Option(help: ArgumentHelp("Minutes for the whole paper.", valueName: "number"))
  var minutes: Double?

  @Option(help: ArgumentHelp("Seconds for each question.", valueName: "number"))
  var seconds: Double?

  @Option(
    help: ArgumentHelp("Percent that passes; a failed paper exits with 3.", valueName: "percent")
  )
  var pass: Double?

  @Option(help: ArgumentHelp("Only this chapter; can be repeated.", valueName: "topic"))
  var topic: [String] = []

  @Option(help: ArgumentHelp("typed, choice or mixed.", valueName: "form"))
  var form: String = "mixed"

  @Option(help: ArgumentHelp("essentials, standard or complete.", valueName: "tier"))
  var tier: String = "standard"

  @Option(help: ArgumentHelp("Time added for those granted it, like 25%.", valueName: "percent"))
  var extraTime: String?

  @Flag(help: "Ask after each answer how sure you are, 1 to 3, and mark by it.")
  var confidence = false

  @Flag(help: "Go on with the paper that was left.")
  var resume = false

  @Option(help: ArgumentHelp("Show a paper that was handed in.", valueName: "id"))
  var replay: String?

  @Option(
    help: ArgumentHelp("Write the paper to a file, .html or .md, instead.", valueName: "file")
  )
  var print: String?

  @Flag(help: "Print the result as one JSON object.")
  var json = false

  func validate() throws {
    guard questions >= 1 else { throw ValidationError("--questions must be at least 1.") }
    try positive("--minutes", minutes, 1440)
    try positive("--seconds", seconds, 3600)
    if let pass, !(0...100).contains(pass) {
      throw ValidationError("--pass is a percentage from 0 to 100.")
    }
    guard ["typed", "choice", "mixed"].contains(form) else {
      throw ValidationError("--form must be typed, choice or mixed.")
    }
    guard ["essentials", "standard", "complete"].contains(tier) else {
      throw ValidationError("--tier must be essentials, standard or complete.")
    }
    if extraTime != nil, extraShare == nil {
      throw ValidationError("--extra-time is a percentage from 0 to 300, like 25%.")
    }
    if let print, !print.hasSuffix(".html"), !print.hasSuffix(".md") {
      throw ValidationError("--print writes a file that ends in .html or .md.")
    }
  }

  private func positive(_ name: String, _ value: Double?, _ most: Double) throws {
    guard let value, !(value > 0 && value <= most) else { return }
    throw ValidationError("\(name) must be more than 0 and at most \(Int(most)).")
  }

  /// The time to add as a share; 0 where none was asked for, nil where it is no percentage.
  var extraShare: Double? {
    guard let extraTime else { return 0 }
    let number = extraTime.hasSuffix("%") ? extraTime.dropLast() : extraTime[...]
    return Double(number).flatMap { (0...300).contains($0) ? $0 / 100 : nil }
  }
}
