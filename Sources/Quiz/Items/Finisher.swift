internal import Deck
internal import Memory

/// Turns a proved draft into an item: words, choices, hints, sources.
extension Maker {
  /// Makes the question of a task, or says why not.
  func item(_ task: Task) throws(Refusal) -> Item {
    let draft = try task.recipe.make(self)(task)
    let (sentence, template) = try word(draft, task)
    let main = deck[draft.facts[0]]
    let choices = options(draft, sentence, task)
    let options = Self.fitsScreen(sentence.text, choices) ? choices : []
    let isTypeable = isTypeable(draft)
    guard isTypeable || !options.isEmpty else {
      throw .tooFew("wrong choices that are provably false")
    }
    let explanation = explanation(draft)
    return Item(
      id: task.id,
      key: task.key,
      kind: task.recipe.kind,
      topic: deck[main.topic].id,
      tier: main.tier,
      stem: sentence.text,
      answer: answer(draft, sentence),
      shown: shown(draft, sentence),
      options: options,
      isTypeable: isTypeable,
      asOf: task.asOf,
      query: draft.query,
      facts: draft.facts.map { deck[$0].id },
      sources: sources(draft.facts),
      siblings: siblings(task),
      explanation: explanation,
      hints: hints(draft, sentence, task),
      difficulty: draft.difficulty,
      proof: draft.proof,
      template: template
    )
  }

  /// How many characters a stem should have at most.
  private static let longest = 160

  /// The first phrasing, from a drawn place on, that has all its slots and does not give the key away.
  private func word(_ draft: Draft, _ task: Task) throws(Refusal) -> (Sentence, String) {
    let phrase = task.recipe.phrase
    let parts = phrase.split(separator: ":")
    let role = parts.count > 1 ? String(parts[1]) : nil
    let templates = phrasebook.templates(
      draft.scene.relation,
      String(parts[0]),
      role: role ?? draft.scene.fact.flatMap { deck[$0].role }
    )
    guard !templates.isEmpty else { throw .noPhrase(phrase) }
    var hash = StableHash(task.id.text, seed: seed)
    let start = hash.below(templates.count)
    var refusal = Refusal.slot(templates[start])
    var best: (Sentence, String)?
    var scene = draft.scene
    scene.precision = draft.precision
    for offset in templates.indices {
      let place = (start + offset) % templates.count
      if let slot = draft.slotNeeded, !templates[place].hasText(slot) { continue }
      // What is unique in this course only must say so.
      if scene.isOfCourse, !templates[place].hasText("{which}"),
        !templates[place].hasText("in this course")
      {
        continue
      }
      guard var sentence = phrasebook.fill(templates[place], scene) else { continue }
      if case .one(.date(let date)) = draft.key, sentence.asked == nil {
        // A phrase with a gap, and no {ask}: the year, where the kind is the cloze.
        sentence.asked = task.recipe.kind == "F4" ? .year : draft.precision ?? date.precision
      }
      if let leak = leak(draft, sentence) {
        refusal = .keyInStem(leak)
        continue
      }
      if let best, best.0.text.count <= sentence.text.count { continue }
      best = (sentence, "\(deck[scene.relation].id)/\(phrase)/\(place + 1)")
      if sentence.text.count <= Self.longest { break }
    }
    guard let best else { throw refusal }
    // A composed question that cannot be read at a glance is not asked; a plain one is.
    guard best.0.text.count <= Self.longest || draft.difficulty == 1 else {
      throw .tooLong("\(best.0.text.count) characters")
    }
    return best
  }

  /// Whether stem and choices fit into six lines of 80 columns.
  private static func fitsScreen(_ stem: String, _ options: [Option]) -> Bool {
    func lines(_ count: Int) -> Int { (count + 75) / 76 }
    return options.reduce(lines(stem.count)) { $0 + lines($1.text.count + 3) } <= 6
  }

  private func explanation(_ draft: Draft) -> String {
    explanation(of: draft.facts[0], as: draft.explanation)
  }

  /// A row as a sentence, or what stands for it, and its remark.
  func explanation(of fact: FactRef, as told: String? = nil) -> String {
    let sentence = told ?? phrasebook.statement(fact)
    let remark = deck[fact].remark
    return remark.isEmpty ? sentence : "\(sentence) \(remark)"
  }

  /// Official and primary sources first, each once.
  private func sources(_ facts: [FactRef]) -> [String] {
    var seen: Set<SourceRef> = []
    let all = facts.flatMap { deck[$0].sources }.filter { seen.insert($0).inserted }
    let ordered = all.filter { deck[$0].isOfficial } + all.filter { !deck[$0].isOfficial }
    return ordered.map { deck[$0].id }
  }

  /// The group of a task: its row, or its list.
  func siblings(_ task: Task) -> String {
    let parts = task.key.text.split(separator: "/")
    return parts.dropLast().joined(separator: "/")
  }
}
