/// A line by which a step of Azure Pipelines speaks to its agent:
/// `##vso[task.logissue type=error;code=A]text`
/// (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands).
struct LoggingCommand {
  private let command: PlatformCommand

  /// Makes a command; a property without a value is left out.
  init(_ name: String, _ properties: [(String, String?)] = [], _ message: String = "") {
    command = PlatformCommand(name, properties, message)
  }

  /// The command with its line end.
  var line: String {
    let list = command.properties.map { "\($0.name)=\(Self.escaping($0.value));" }.joined()
    let head = list.isEmpty ? command.name : "\(command.name) \(list)"
    return "##vso[\(head)]\(Self.escaping(command.message))\n"
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
