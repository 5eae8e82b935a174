// swift-tools-version: 6.2
import PackageDescription

// The folder listing is the architecture: pure modules in the middle (JSON, Deck, Quiz, Memory, Lint,
// Session), two edges (Progress: the disk; Terminal: the tty), C shims, and one thin program.
// Tests/ArchitectureTests holds every import against the arrows drawn here.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

// A program that may stand anywhere in memory has 45,000 addresses to mend before it starts: an eighth of the
// time to the first question.
let quickStart: [LinkerSetting] = [
  .unsafeFlags(
    ["-Xlinker", "-no-pie"],
    .when(platforms: [.linux], configuration: .release)
  )
]

let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name,
    dependencies: dependencies + ["Support"],
    resources: resources,
    swiftSettings: strict
  )
}

let package = Package(
  name: "muster",
  products: [.executable(name: "muster", targets: ["muster"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Pure modules
    module("JSON"),
    module("Deck", ["JSON"]),
    module("Memory"),
    module("Quiz", ["Deck", "Memory", "CUnicode"]),
    module("Lint", ["Deck", "Quiz"]),
    module("Session", ["Quiz", "Memory"]),

    // Edges
    module("Progress", ["Memory", "JSON"]),
    module("Terminal", ["CReadline", "CUnicode"]),

    // C shims
    .target(
      name: "CReadline",
      cSettings: strictC,
      linkerSettings: [.linkedLibrary("readline")]
    ),
    .target(name: "CUnicode", cSettings: strictC, linkerSettings: [.linkedLibrary("utf8proc")]),
    .target(name: "CDecks", cSettings: strictC),

    // The program, and the figures about it
    .executableTarget(
      name: "muster",
      dependencies: [
        "JSON", "Deck", "Quiz", "Memory", "Lint", "Session", "Progress", "Terminal", "CUnicode",
        "CDecks", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: quickStart
    ),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "JSON", "Deck", "Quiz", "Memory", "Lint", "Session", "Progress", "CDecks", "Support",
      ],
      swiftSettings: strict
    ),

    // Tests
    .target(
      name: "Support",
      dependencies: ["Deck", "Quiz", "Memory", "Progress", "JSON", "CDecks", "CPty"],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .target(
      name: "CPty",
      path: "Tests/CPty",
      cSettings: strictC,
      linkerSettings: [.linkedLibrary("util")]
    ),
    // A bare program that asks for lines, so that the terminal is tested apart from what is asked.
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["Terminal"],
      path: "Tests/TerminalProbe",
      swiftSettings: strict
    ),
    // The least readline program there is, for the benchmark to compare with.
    .executableTarget(
      name: "BareReadline",
      path: "Tests/BareReadline",
      cSettings: strictC,
      linkerSettings: [.linkedLibrary("readline")]
    ),
    tests("JSONTests", ["JSON", "Memory"], resources: [.copy("Suite")]),
    tests("DeckTests", ["Deck", "JSON", "Memory"], resources: [.copy("Fixtures")]),
    tests("MemoryTests", ["Memory"], resources: [.copy("Vectors")]),
    tests("QuizTests", ["Quiz", "Deck", "Memory"], resources: [.copy("Cases")]),
    tests("LintTests", ["Lint", "Deck", "Quiz", "Memory"]),
    tests("SessionTests", ["Session", "Quiz", "Deck", "Memory"]),
    tests("ProgressTests", ["Progress", "Memory", "JSON"], resources: [.copy("Fixtures")]),
    tests("TerminalTests", ["Terminal", "TerminalProbe"]),
    tests("MusterTests", ["muster", "JSON", "Deck", "Memory"]),
    tests("ArchitectureTests", []),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
