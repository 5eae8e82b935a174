/// Every rule there is.
///
/// An item rule looks at one item, a bank rule at all of them or at the deck.
enum RuleBook {
  static let items: [ItemRule] =
    TruthRules.all + TimeRules.all + SourceRules.all + FeedbackRules.all + StemRules.all
    + FormRules.all + OptionRules.all + CueRules.all

  static let bank: [BankRule] =
    PositionRules.all + BankRules.all + FrequencyRules.all + RegenerationRules.all + DeckRules.all
    + GradingRules.all
}
