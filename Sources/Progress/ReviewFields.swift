internal import JSON
public import Memory

/// A review as fields of the file, and back.
extension NewEvent {
  /// The event that keeps a review; what does not apply to it is left out.
  public init(_ review: Review) {
    var fields = [
      JSONField("key", .string(review.key.text)),
      JSONField("item", .string(review.item.text)),
      JSONField("rating", .int(Int(review.rating.rawValue))),
      JSONField("verdict", .string(review.verdict)),
      JSONField("typed", .string(review.typed)),
      JSONField("form", .string(review.form.rawValue)),
    ]
    func add(_ key: String, _ value: JSONValue?) {
      if let value { fields.append(JSONField(key, value)) }
    }
    add("ms", review.milliseconds.map(JSONValue.int))
    add("choices", review.choices.isEmpty ? nil : .array(review.choices.map(JSONValue.string)))
    add("hints", review.hints == 0 ? nil : .int(review.hints))
    add("mistake", review.mistake.map(JSONValue.string))
    add("confused", review.confusedWith.map(JSONValue.string))
    add("quiz", review.quiz.map(JSONValue.string))
    add("overruled", review.overruled.map(JSONValue.string))
    add("practice", review.isPractice ? true : nil)
    add("confidence", review.confidence.map(JSONValue.int))
    self.init(kind: "review", fields: fields, time: review.time, zone: review.zone)
  }
}

extension Event {
  /// The review that this event keeps; nil for another kind, or where key, item or rating is missing.
  public var review: Review? {
    guard kind == "review", let key = self["key"]?.string, let item = self["item"]?.string,
      let grade = self["rating"]?.int, let rating = UInt8(exactly: grade).flatMap(Rating.init)
    else { return nil }
    var review = Review(
      key: ScheduleKey(key),
      item: ItemID(item),
      rating: rating,
      verdict: self["verdict"]?.string ?? "",
      typed: self["typed"]?.string ?? "",
      form: self["form"]?.string.flatMap(Review.Form.init) ?? .typed,
      milliseconds: self["ms"]?.int,
      time: time,
      zone: zone
    )
    review.choices = self["choices"]?.array?.compactMap(\.string) ?? []
    review.hints = self["hints"]?.int ?? 0
    review.mistake = self["mistake"]?.string
    review.confusedWith = self["confused"]?.string
    review.quiz = self["quiz"]?.string
    review.overruled = self["overruled"]?.string
    review.isPractice = self["practice"]?.bool ?? false
    review.confidence = self["confidence"]?.int
    return review
  }
}
