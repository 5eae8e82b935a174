import Deck
import Quiz
import Testing

@testable import Lint

/// The 48 statements of the article that can be checked, each answered in the smallest course; and where the
/// article errs, the explanation says so.
@Suite struct StatementsOfTheArticleTests {
  private static let statements: [(String, [String])] = [
    ("the attacks of 11 September 2001", ["e.911.date"]),
    (
      "a traditional alliance, and new coalitions",
      ["nato.governing_treaty", "iraq-coalition.lead"]
    ),
    ("NATO in Afghanistan", ["e.isaf-nato-command.date"]),
    ("coalition forces for Iraq", ["iraq-coalition.lead"]),
    ("what NATO stands for", ["nato.abbreviation"]),
    ("Article 5 is collective defence", ["article-5.meaning", "nato.mutual_defence_article"]),
    ("Afghanistan as the first invocation", ["e.art5-invoked.date"]),
    ("partner nations", ["pfp.founded"]),
    ("Article 5 invoked for the first time", ["e.art5-invoked.date", "e.art5-confirmed.date"]),
    ("collective action for the United States", ["card.invoked-for", "eagle-assist.start"]),
    ("what ISAF stands for", ["isaf.abbreviation"]),
    ("training of Afghan forces", ["resolute-support.role"]),
    ("Article 5 of the Washington Treaty", ["north-atlantic-treaty.signed"]),
    ("the United States led the intervention of 2001", ["oef.start", "oef.lead"]),
    ("the aim in Afghanistan", ["oef.aim"]),
    ("from combat to stabilisation and training", ["isaf.ended", "isaf.successor"]),
    ("the Iraq War began in 2003", ["oif.start"]),
    ("four states invaded Iraq", ["iraq-coalition.lead", "card.iraq-four"]),
    ("the aim in Iraq", ["oif.aim"]),
    ("self-government of Iraq", ["e.iraq-sovereignty.date"]),
    ("a multinational coalition", ["card.iraq-list"]),
    ("peacekeeping of the United Nations", ["e.untso.date", "card.untso"]),
    ("the parts of Britain and Australia", ["isaf.first_lead_nation", "card.iraq-four"]),
    ("partnerships beyond NATO", ["anzus.signed", "us-korea.signed", "aukus.announced"]),
    ("the alliance of the United States and Japan", ["card.2plus2"]),
    ("what ASEAN stands for", ["asean.abbreviation", "asean.founded"]),
    ("formed after the Second World War", ["us-japan-treaty-1951.signed"]),
    ("the treaty of 1960", ["us-japan-treaty.signed"]),
    ("American bases in Japan", ["card.us-japan-bases"]),
    ("cyber security with Japan", ["e.usjp-cyber.date"]),
    ("Japan in peacekeeping", ["us-japan.peacekeeping_law"]),
    ("ten members of ASEAN", ["m.asean.TLS"]),
    ("the ASEAN Regional Forum", ["arf.founded"]),
    ("the meeting of defence ministers", ["admm.founded"]),
    ("the Livingstone Formula", ["livingstone-formula.subject"]),
    ("the African Union", ["au.launched", "card.au-psc"]),
    ("the Joint Force of the G5 Sahel", ["g5-joint-force.launched", "g5-sahel.dissolution"]),
    ("support for states such as Mali and Nigeria", ["barkhane.end", "card.mnjtf-nigeria"]),
    ("cyber security by exercises", ["card.locked-shields"]),
    ("NATO in cyber defence", ["ccdcoe.founded", "e.wales-cyber.date"]),
    ("cyber cooperation with Japan", ["e.usjp-cyber.date"]),
    ("exercises of NATO and in the Pacific", ["rimpac.first_held"]),
    ("the CSTO of former Soviet republics", ["csto.founded", "cst.signed"]),
    ("the Inter-American Defense Board", ["iadb.created", "rio-treaty.signed"]),
    ("the four of the Quad", ["quad.first_meeting", "card.quad-type"]),
    ("fifty countries in ISAF", ["card.isaf-count"]),
    ("Operation Iraqi Freedom", ["oif.start", "oif.end"]),
    ("the alliance with Japan and North Korea", ["card.2plus2"]),
  ]

  /// The facts and cards asked in the essentials, with all explanations given for them.
  private static let essentials: [String: [String]] = {
    var told: [String: [String]] = [:]
    for item in ShippedBank.items where item.tier == .essentials {
      let parts = "\(item.key)".split(separator: "/")
      guard parts.count > 1 else { continue }
      told[String(parts[1]), default: []].append(item.explanation)
    }
    return told
  }()

  @Test func everyStatementIsAnsweredInTheEssentials() {
    #expect(Self.statements.count == 48)
    for (statement, facts) in Self.statements {
      for fact in facts { #expect(Self.essentials[fact] != nil, "\(statement): \(fact)") }
    }
  }

  @Test(arguments: [
    "e.art5-invoked.date", "e.isaf-nato-command.date", "m.asean.TLS", "livingstone-formula.subject",
    "g5-sahel.dissolution", "barkhane.end", "iadb.created", "card.quad-type", "card.isaf-count",
    "us-japan.peacekeeping_law",
  ])
  func whereTheArticleErrsTheExplanationSaysSo(fact: String) throws {
    let told = try #require(Self.essentials[fact])
    #expect(told.allSatisfy { $0.contains("article ") }, "\(told)")
  }

  @Test func theTiersCanBeFinished() {
    func keys(_ tiers: Set<Tier>) -> Int {
      Set(
        ShippedBank.items.filter { tiers.contains($0.tier) }.map { "\($0.key)" }
          .filter { $0.hasPrefix("alliances/") }
      ).count
    }
    #expect((100...150).contains(keys([.essentials])))
    #expect(keys([.essentials, .standard]) <= 400)
  }
}
