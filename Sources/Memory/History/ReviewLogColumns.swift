/// Where the three columns of a review log stand, from 0, and what they are counted in.
///
/// Besides our own names those of Anki's review log (`cid`, `id`, `ease`) and of the exports made of it for FSRS
/// (`card_id`, `review_time`, `review_rating`) are known; there times are milliseconds, and a rating of 0 is no
/// answer but a card moved by hand. Our own names go first.
struct ReviewLogColumns {
  private(set) var card = -1
  private(set) var seconds = -1
  private(set) var rating = -1
  /// How many of the units of the time column are a second.
  private(set) var perSecond = 1.0
  /// Whether ratings of 0 are left out.
  private(set) var isAnki = false

  private var id = -1

  /// Takes note of the column with a name.
  mutating func take(_ name: String, _ number: Int) {
    switch name {
    case "card": card = number
    case "secs": (seconds, perSecond) = (number, 1)
    case "rating": (rating, isAnki) = (number, false)
    case "cid", "card_id": if card < 0 { card = number }
    case "review_time": if seconds < 0 { (seconds, perSecond) = (number, 1000) }
    case "id": id = number
    case "ease", "review_rating": if rating < 0 { (rating, isAnki) = (number, true) }
    default: break
    }
  }

  /// Anki's `id` is a time, but only beside the other two.
  mutating func finish() {
    if seconds < 0 && id >= 0 && isAnki && card >= 0 { (seconds, perSecond) = (id, 1000) }
  }

  /// The first column that is not there.
  var missing: String? {
    if card < 0 { return "card" }
    if seconds < 0 { return "secs" }
    return rating < 0 ? "rating" : nil
  }
}
