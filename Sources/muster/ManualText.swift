/// What the manual page tells beyond the commands.
enum ManualText {
  /// What the program is for.
  static let description = """
    Asks questions, judges what is typed, and brings each question back when it is about to be
    forgotten. The questions are derived from decks of dated facts, so that a right answer can be
    proved right and a wrong one wrong. Everything that was answered is in one file.
    .PP
    Without a command
    .B muster
    says where you stand and studies what is due.
    """

  /// What can be typed in place of an answer.
  static let sitting: [(name: String, text: String)] = [
    ("?", "A hint; asked for to the end, it shows the answer, which then counts as not known."),
    (":dunno", "Shows the answer; it counts as not known."),
    (":skip", "Leaves the question."),
    (":undo", "Takes the last answer back."),
    (":override", "The judge was wrong: right becomes wrong and wrong right."),
    (":why", "Where the answer comes from, and why it is right."),
    (":show", "A new question: show the answer first."),
    (":suspend", "Never ask this again."),
    (":report", "This question is wrong or unclear: kept for the author of the deck."),
    (":mark", "In a quiz: come back to this question."),
    (":quit", "Ends the sitting. So do Ctrl-D and Ctrl-C; every answer is saved already."),
    (":help", "The list of these."),
  ]

  /// The exit codes.
  static let exits: [(name: String, text: String)] = [
    ("0", "Done; a quiz also when it was failed."),
    ("1", "Damage or defects were found."),
    ("3", "A quiz was failed, and --pass was given."),
    ("64", "The command line is not understood."),
    ("65", "A deck or the progress file is not sound."),
    ("66", "A file is not there."),
    ("73", "A file cannot be made."),
    ("74", "Reading or writing failed; \"NOT saved\" was shown."),
    ("75", "The progress file is in use."),
    ("78", "A setting is not sound."),
    ("129, 130, 143", "The terminal went away, Ctrl-C, SIGTERM; answers up to then are saved."),
  ]

  /// The variables that are read.
  static let environment: [(name: String, text: String)] = [
    ("NO_COLOR", "No colour, unless --color always."),
    ("FORCE_COLOR", "Colour also where the output is no terminal."),
    ("TERM", "With dumb, or unset, there is no colour and no countdown that ticks."),
    ("COLUMNS", "The width, where the output is no terminal."),
    ("INPUTRC", "The settings of GNU readline; $if muster holds for this program."),
    ("MUSTER_PROGRESS", "The progress file, where --progress does not say it."),
    ("XDG_DATA_HOME", "Where the progress file is kept, in a folder muster."),
  ]

  /// The files.
  static let files: [(name: String, text: String)] = [
    ("~/.local/share/muster/progress.json", "Every answer ever given; see muster path.")
  ]

  /// Commands to begin with.
  static let examples: [(name: String, text: String)] = [
    ("muster study", "A quarter of an hour with what is due and some new questions."),
    ("muster quiz --questions 20 --minutes 10", "A timed paper."),
    ("muster missed --since 7d", "What went wrong this week."),
    ("muster exam set 2027-06-01", "A plan up to the day of the exam."),
  ]
}
