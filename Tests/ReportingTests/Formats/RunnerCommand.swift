/// A line of a log as the runner of GitHub Actions or the agent of Azure Pipelines takes it apart.
///
/// Made after `TryParseV2` of https://github.com/actions/runner (`ActionCommand.cs`) and `TryParse` of
/// https://github.com/microsoft/azure-pipelines-agent (`Command.cs`), which undo escapes in this order.
struct RunnerCommand: Equatable {
  let name: String
  let properties: [String: String]
  let message: String

  /// Reads a line of GitHub Actions; nil when it is no command.
  init?(github line: String) {
    let line = line.drop { $0 == " " || $0 == "\t" }
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line.dropFirst(2)[..<end.lowerBound]
    let escapes = [("%0D", "\r"), ("%0A", "\n")]
    let more = [("%3A", ":"), ("%2C", ",")]
    name = String(head.prefix { $0 != " " })
    properties = Self.properties(head.dropFirst(name.count), ",") {
      Self.undo(escapes + more + [("%25", "%")], $0)
    }
    message = Self.undo(escapes + [("%25", "%")], String(line[end.upperBound...]))
  }

  /// Reads a line of Azure Pipelines; nil when it holds no command.
  init?(azure line: String) {
    guard let start = line.firstRange(of: "##vso["),
      let end = line[start.upperBound...].firstIndex(of: "]")
    else { return nil }
    let head = line[start.upperBound..<end]
    let escapes = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")]
    name = String(head.prefix { $0 != " " })
    properties = Self.properties(head.dropFirst(name.count), ";") { Self.undo(escapes, $0) }
    message = Self.undo(escapes, String(line[line.index(after: end)...]))
  }

  private static func properties(
    _ text: Substring, _ separator: Character, _ undo: (String) -> String
  ) -> [String: String] {
    var properties: [String: String] = [:]
    for item in text.dropFirst().split(separator: separator) {
      let pair = item.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { properties[String(pair[0])] = undo(String(pair[1])) }
    }
    return properties
  }

  private static func undo(_ escapes: [(String, String)], _ text: String) -> String {
    escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
