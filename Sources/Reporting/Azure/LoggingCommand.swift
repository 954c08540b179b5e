/// A line by which a step of Azure Pipelines speaks to its agent:
/// `##vso[task.logissue type=error;code=A]text`
/// (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands).
struct LoggingCommand {
  private let name: String
  private let properties: [(name: String, value: String)]
  private let message: String

  /// Makes a command; a property without a value is left out.
  init(_ name: String, _ properties: [(String, String?)] = [], _ message: String = "") {
    self.name = name
    self.properties = properties.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : (name, $0) }
    }
    self.message = message
  }

  /// The command with its line end.
  var line: String {
    let list = properties.map { "\($0.name)=\(Self.escaping($0.value));" }.joined()
    return "##vso[\(list.isEmpty ? name : "\(name) \(list)")]\(Self.escaping(message))\n"
  }

  /// The agent undoes these escapes, `%AZP25` last.
  private static func escaping(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%AZP25"
      case ";": escaped += "%3B"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case "]": escaped += "%5D"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
