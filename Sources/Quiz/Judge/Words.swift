/// Words that carry more, or less, than the rest of a name.
///
/// All in folded spelling.
enum Words {
  /// Words that tell one name from another that is otherwise alike: they must all be there, unharmed.
  static let distinguishing: Set<[UInt16]> = set(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest \
    northeastern northwestern southeastern southwestern central inner outer \
    new old papua equatorial democratic peoples republic federal upper lower great greater united arab \
    islamic british american french first second third fourth fifth freedom storm shield fox allied
    """
  )

  /// Those of them that may be mended where the rest of the name belongs to nothing else: a slip in
  /// "Republic of Croatia" leads nowhere, one in "Republic of Korea" might.
  static let mendable: Set<[UInt16]> = set(
    "democratic peoples republic federal arab islamic british american french"
  )

  /// Parts of the world: where another one was typed it is no slip (the African Development Bank is not the Asian
  /// one), whether or not the lexicon knows what it names.
  static let regions: Set<[UInt16]> = set(
    "african american arab arctic asian atlantic baltic caribbean eurasian european nordic pacific"
  )

  /// Words of which many names are made: alone they name nothing.
  static let generic: Set<[UInt16]> = set(
    """
    of and the for in on at to from de la north south east west northern southern eastern western \
    northeast northwest southeast southwest central upper lower great greater new old first second third \
    democratic peoples republic federal federation federated united arab islamic socialist popular \
    state states kingdom empire union commonwealth principality sultanate emirate emirates province \
    territory territories island islands nation nations national country \
    organization alliance pact treaty agreement accord convention charter declaration dialogue \
    community council conference association league group forum coalition partnership cooperation \
    operation mission force forces campaign exercise security defense military support international
    """
  )

  /// What people type who do not know.
  ///
  /// As keys.
  static let skips: Set<[UInt16]> = set(
    """
    idk idontknow dontknow donotknow idonotknow dunno noidea noclue nocluewhatsoever skip pass notsure \
    imnotsure unknown forgot iforgot cantremember icantremember dontremember idontremember nope
    """
  )

  /// Words one of which may be missing from, or added to, a name of such a type.
  private static let heads: [[String]] = [
    ["operation", "mission", "campaign", "exercise"],
    ["treaty", "pact", "agreement", "accord", "convention"],
    ["organization", "org", "alliance", "pact", "bloc"],
  ]

  /// The head words for a type; none for types whose names have none (states, cities, persons).
  static func heads(ofType names: [String]) -> [[UInt16]] {
    let words = Set(names.flatMap { Fold.folded($0).split(separator: " ").map(String.init) })
    let found = heads.filter { !words.isDisjoint(with: $0) }.flatMap { $0 }
    return found.map { Array($0.utf16) }
  }

  private static func set(_ words: String) -> Set<[UInt16]> {
    Set(words.split(separator: " ").map { Array($0.utf16) })
  }
}
