internal import ArgumentParser
internal import JSON
internal import Memory
internal import Progress
internal import Session
internal import Terminal

/// `muster deck list`: which decks there are, what is in them, and how far the learner is.
struct DeckListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show decks and topics with their sizes, and how far you are.",
    discussion: """
      Sizes are what there is to learn (a fact in a direction, a card), each tier with the smaller ones. Seen \
      is what you have answered at least once, known what has left its first steps.
      Examples:
        muster deck list
        muster deck list --deck kings.json --json
      """
  )

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let now = try shared.clock().now.time
    let loaded = try ProgressFile.readIfThere(try shared.progressPath(), orRefuse: now)
    let scheduler = Scheduler(Preferences(loaded.events).scheduler)
    let states = loaded.history.states(using: scheduler)
    let names = shared.decks.isEmpty ? DeckFiles.builtInNames : shared.decks
    let shelves = try names.map { name in
      DeckShelf(name, try DeckFiles.load([name])) { key in
        loaded.history.keys.find(key.text).map { states[$0] } ?? CardState()
      }
    }
    let output = Output()
    if json {
      output.line(DeckShelf.report(shelves).text)
    } else {
      let screen = shared.screen
      for shelf in shelves { shelf.tell(output, screen) }
    }
    output.flush()
  }
}
