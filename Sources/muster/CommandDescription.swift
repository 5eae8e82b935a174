internal import ArgumentParser
internal import JSON

/// A command as its definition describes it.
struct CommandDescription {
  /// An argument, an option or a flag.
  struct Argument {
    /// With hyphens; none for an argument that is known by its place.
    let names: [String]
    let valueName: String
    let takesValue: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let abstract: String
    let discussion: String

    /// As in a line of usage: `[--seed <number>]`, `<file> ...`.
    var usage: String {
      let value = takesValue ? "<\(valueName)>" : ""
      let word = [names.last ?? "", value].filter { !$0.isEmpty }.joined(separator: " ")
      let repeated = isRepeating ? word + " ..." : word
      return isOptional ? "[\(repeated)]" : repeated
    }
  }

  /// From the program's name on: `muster deck check`.
  let path: String
  let abstract: String
  let discussion: String
  let arguments: [Argument]
  let subcommands: [CommandDescription]

  /// The whole program.
  static func muster() throws -> CommandDescription {
    let document = try JSONDocument(parsing: Array(Muster._dumpHelp().utf8))
    guard let command = document.root["command"] else {
      throw fail(.inputOutput, "the argument parser does not describe the commands any more")
    }
    return CommandDescription(command, above: "")
  }

  /// This command and all below it that do something, in the order of their definition.
  var all: [CommandDescription] {
    [self] + subcommands.flatMap(\.all)
  }

  private init(_ node: JSONNode, above: String) {
    let name = node["commandName"]?.string ?? ""
    let path = above.isEmpty ? name : "\(above) \(name)"
    self.path = path
    abstract = node["abstract"]?.string ?? ""
    discussion = node["discussion"]?.string ?? ""
    arguments = CommandDescription.shown(node["arguments"]).map(Argument.init)
    subcommands = CommandDescription.shown(node["subcommands"])
      .filter { $0["commandName"]?.string != "help" }
      .map { CommandDescription($0, above: path) }
  }

  private static func shown(_ node: JSONNode?) -> [JSONNode] {
    node.map { $0.elements.filter { $0["shouldDisplay"]?.bool ?? true } } ?? []
  }
}

extension CommandDescription.Argument {
  fileprivate init(_ node: JSONNode) {
    names =
      node["names"]?.elements.map { name in
        let text = name["name"]?.string ?? ""
        return (name["kind"]?.string == "long" ? "--" : "-") + text
      } ?? []
    valueName = node["valueName"]?.string ?? ""
    takesValue = node["kind"]?.string != "flag"
    isOptional = node["isOptional"]?.bool ?? false
    isRepeating = node["isRepeating"]?.bool ?? false
    abstract = node["abstract"]?.string ?? ""
    discussion = node["discussion"]?.string ?? ""
  }
}
