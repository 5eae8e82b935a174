internal import Deck

/// What the slots of a template stand for in one question or sentence.
struct Scene: Sendable {
  /// Whose phrases are used.
  var relation: RelationRef
  /// The row it is about; its dates, role and ending fill slots.
  var fact: FactRef?
  /// The subject; the row's where nil.
  var subject: EntityRef?
  /// The value; the row's where nil.
  var value: Binding?
  /// The date asked about.
  var asOf: Day?
  /// The type asked for, for `{which}`, `{type}`.
  var wanted: TypeRef?
  /// Whether `{which}` says "in this course".
  var isOfCourse = false
  /// How exactly the date asked for is known; nil where no date is asked.
  var precision: Precision?
  /// The role, where it is not the row's.
  var role: Relation.Role?
  /// Slots that a kind fills itself: `list`, `a`, `b`, `count`, `nth`, `wrong`, `clause`.
  var extras: [String: String] = [:]

  init(_ relation: RelationRef, fact: FactRef? = nil, subject: EntityRef? = nil) {
    self.relation = relation
    self.fact = fact
    self.subject = subject
  }
}

/// A filled template.
struct Sentence: Hashable {
  /// The words, first letter a capital.
  var text: String
  /// The precision its `{ask}` asks for; nil where it has none.
  var asked: Precision?
}
