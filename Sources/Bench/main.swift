// Figures about the parts of muster. Never a test: nothing here passes or fails.
//   swift build -c release && .build/release/Bench terminal

let wanted = CommandLine.arguments.dropFirst().first

switch wanted {
case "terminal": try benchTerminal()
default: print("usage: Bench terminal")
}
