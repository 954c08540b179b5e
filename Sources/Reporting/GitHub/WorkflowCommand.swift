/// A line by which a step of GitHub Actions speaks to its runner: `::error file=a,line=1::text`
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
struct WorkflowCommand {
  private let command: PlatformCommand

  /// Makes a command; a property without a value is left out.
  init(_ name: String, _ properties: [(String, String?)] = [], _ message: String = "") {
    command = PlatformCommand(name, properties, message)
  }

  /// The command with its line end.
  var line: String {
    let list = command.properties.map { "\($0.name)=\(Self.escaping($0.value, ":,"))" }
    let head = list.isEmpty ? command.name : "\(command.name) \(list.joined(separator: ","))"
    return "::\(head)::\(Self.escaping(command.message))\n"
  }

  /// The runner undoes these escapes, `%25` last.
  private static func escaping(_ text: String, _ more: String = "") -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "%\r\n".unicodeScalars.contains(scalar) || more.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped.append(contentsOf: "%\(digits.count == 1 ? "0" : "")\(digits)".unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
