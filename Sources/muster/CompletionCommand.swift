internal import ArgumentParser
internal import Terminal

/// `muster completion`: the script with which a shell completes muster's commands.
struct CompletionCommand: ParsableCommand {
  /// The shells there is a script for.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "Print what lets a shell complete muster's commands.",
    discussion: """
      Examples:
        muster completion bash > ~/.local/share/bash-completion/completions/muster
        muster completion zsh > ~/.zsh/completions/_muster   (a folder in $fpath)
        muster completion fish > ~/.config/fish/completions/muster.fish
      """
  )

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let output = Output()
    output.write(Muster.completionScript(for: parserShell))
    output.line()
    output.flush()
  }

  private var parserShell: CompletionShell {
    switch shell {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }
}
