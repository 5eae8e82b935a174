// Figures about the parts of muster. Never a test: nothing here passes or fails.
//   swift build -c release && .build/release/Bench terminal
//   .build/release/Bench start
//   .build/release/Bench judge
//   .build/release/Bench progress make FILE 1000000 (then: load FILE, append FILE)
//   .build/release/Bench exam table
//   .build/release/Bench memory fit LOG.csv

let wanted = CommandLine.arguments.dropFirst().first

switch wanted {
case "start": try benchStart()
case "terminal": try benchTerminal()
case "judge": benchJudge()
case "progress": try ProgressBench.run(Array(CommandLine.arguments.dropFirst(2)))
case "exam": await ExamBench.run(Array(CommandLine.arguments.dropFirst(2)))
case "memory": MemoryBench.run(Array(CommandLine.arguments.dropFirst(2)))
default: print("usage: Bench start | terminal | judge | progress … | memory … | exam …")
}
