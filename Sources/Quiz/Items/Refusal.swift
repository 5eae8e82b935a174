/// Why a question is not asked.
enum Refusal: Error, Hashable {
  case noPhrase(String)
  case notUnique(String)
  case imprecise(String)
  case incomplete(String)
  case unknownDate(String)
  case keyInStem(String)
  case tooFew(String)
  case boundary(String)
  case slot(String)
  case tooLong(String)

  /// For the log of rejections.
  var reason: String {
    switch self {
    case .noPhrase(let kind): "the relation has no phrase \(kind)"
    case .notUnique(let what): "not unique: \(what)"
    case .imprecise(let what): "depends on an imprecise date: \(what)"
    case .incomplete(let what): "no completeness assertion covers it: \(what)"
    case .unknownDate(let what): "date not known: \(what)"
    case .keyInStem(let what): "the question would give the answer away: \(what)"
    case .tooFew(let what): "too few: \(what)"
    case .boundary(let what): "a change lies within 30 days: \(what)"
    case .slot(let what): "a slot has nothing to stand for: \(what)"
    case .tooLong(let what): "too long to read at a glance: \(what)"
    }
  }
}
