/// Where the progress file is, after the XDG base directory specification.
///
/// - Parameters:
///   - option: The path given with `--progress`.
///   - environment: The environment's variables.
/// - Returns: The option; else `$MUSTER_PROGRESS`; else `$XDG_DATA_HOME/muster/progress.json`, if that is
///   absolute; else `~/.local/share/muster/progress.json`.
/// - Throws: `unusable` where none of them says anything.
public func progressPath(option: String?, environment: [String: String]) throws(ProgressError)
  -> String
{
  func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
  if let option {
    if option.isEmpty { throw ProgressError(.unusable("--progress needs a path"), path: option) }
    return option
  }
  if let path = value("MUSTER_PROGRESS") { return path }
  if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") {
    return "\(data)/muster/progress.json"
  }
  if let home = value("HOME") { return "\(home)/.local/share/muster/progress.json" }
  let why = "there is no HOME to keep the progress file in; name a file with --progress"
  throw ProgressError(.unusable(why), path: "")
}
