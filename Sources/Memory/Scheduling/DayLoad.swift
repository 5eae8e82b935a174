/// How many cards come due on each day, and on which days the siblings of a card do: what a card's own day is
/// chosen by.
///
/// Decks are counted apart, so that where a card falls does not depend on which other decks are open. Siblings
/// are the keys of one fact, whatever their direction.
public struct DayLoad: Sendable {
  /// Where a key belongs: numbers, −1 where the load knows nothing of it yet.
  struct Place {
    var deck = -1
    var fact = -1
    var key = -1
  }

  private var keys = NameTable()
  private var facts = NameTable()
  private var decks = NameTable()
  private var places: ContiguousArray<(deck: Int32, fact: Int32)> = []
  /// By key: the day it is due; `noDay` in steps or new.
  private var days: ContiguousArray<Int32> = []
  /// The keys of a fact: the latest by fact, and by key the one before it, or −1.
  private var latest: ContiguousArray<Int32> = []
  private var earlier: ContiguousArray<Int32> = []
  private var counts: [Counts] = []

  private static let noDay = Int32.min

  /// Nothing is due.
  public init() {}

  /// What is due where the keys of a table stand as given; a key's number is the same here and there.
  public init(_ keys: NameTable, _ states: [CardState] = []) {
    self.keys = keys
    for number in 0..<keys.count { enter(ScheduleKey(keys[number]), number) }
    for (number, state) in states.enumerated() { set(number, to: state) }
  }

  /// How many cards of a deck are due on a local day (days since 1970-01-01).
  func count(deck: String, day: Int) -> Int {
    decks.find(deck).map { counts[$0][day] } ?? 0
  }

  /// Says where a key stands now.
  public mutating func set(_ key: ScheduleKey, to state: CardState) {
    set(index(of: key), to: state)
  }

  /// The same by the key's number.
  @inline(__always)
  mutating func set(_ key: Int, to state: CardState) {
    let day =
      state.intervalDays > 0 ? Int32(clamping: state.lastDay + state.intervalDays) : Self.noDay
    let (old, deck) = (days[key], Int(places[key].deck))
    if old == day { return }
    if old != Self.noDay { counts[deck].add(-1, on: Int(old)) }
    if day != Self.noDay { counts[deck].add(1, on: Int(day)) }
    days[key] = day
  }

  /// Where a key belongs.
  func place(of key: ScheduleKey) -> Place {
    if let number = keys.find(key.text) { return place(of: number) }
    return Place(
      deck: decks.find(String(key.deck)) ?? -1,
      fact: facts.find(String(key.withoutDirection)) ?? -1
    )
  }

  /// The same by the key's number.
  @inline(__always)
  func place(of key: Int) -> Place {
    Place(deck: Int(places[key].deck), fact: Int(places[key].fact), key: key)
  }

  /// How many other cards of the deck are due on a day.
  @inline(__always)
  func others(_ place: Place, on day: Int) -> Int {
    if place.deck < 0 { return 0 }
    let isOwn = place.key >= 0 && Int(days[place.key]) == day
    return counts[place.deck][day] - (isOwn ? 1 : 0)
  }

  /// The days in a range on which other keys of the same fact are due.
  @inline(__always)
  func siblingDays(_ place: Place, in range: ClosedRange<Int>) -> [Int] {
    if place.fact < 0 { return [] }
    var found: [Int] = []
    var next = Int(latest[place.fact])
    while next >= 0 {
      if next != place.key && range.contains(Int(days[next])) { found.append(Int(days[next])) }
      next = Int(earlier[next])
    }
    return found
  }

  private mutating func index(of key: ScheduleKey) -> Int {
    let number = keys.index(of: key.text)
    if number == days.count { enter(key, number) }
    return number
  }

  /// Takes in a key that the table has just numbered.
  private mutating func enter(_ key: ScheduleKey, _ number: Int) {
    let deck = decks.index(of: String(key.deck))
    if deck == counts.count { counts.append(Counts()) }
    let fact = facts.index(of: String(key.withoutDirection))
    if fact == latest.count { latest.append(-1) }
    places.append((Int32(deck), Int32(fact)))
    days.append(Self.noDay)
    earlier.append(latest[fact])
    latest[fact] = Int32(number)
  }

  /// Numbers by day, in one piece from the first day that has any.
  private struct Counts: Sendable {
    private var first = 0
    private var numbers: ContiguousArray<Int32> = []

    @inline(__always)
    subscript(day: Int) -> Int {
      let place = day - first
      return place >= 0 && place < numbers.count ? Int(numbers[place]) : 0
    }

    @inline(__always)
    mutating func add(_ change: Int32, on day: Int) {
      let place = day - first
      if place >= 0 && place < numbers.count { numbers[place] += change } else { grow(change, day) }
    }

    private mutating func grow(_ change: Int32, _ day: Int) {
      if numbers.isEmpty { first = day }
      if day < first {
        numbers.insert(contentsOf: repeatElement(0, count: first - day), at: 0)
        first = day
      }
      let missing = day - first - numbers.count + 1
      if missing > 0 { numbers.append(contentsOf: repeatElement(0, count: missing + missing / 4)) }
      numbers[day - first] += change
    }
  }
}

extension ScheduleKey {
  /// Deck and fact: everything before the last slash.
  var withoutDirection: Substring {
    text.lastIndex(of: "/").map { text[..<$0] } ?? text[...]
  }
}
