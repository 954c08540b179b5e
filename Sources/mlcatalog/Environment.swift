import Glibc

/// The environment of the process.
enum Environment {
  /// The variables by name; of two with one name the first counts, as for `getenv`.
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        let name = String(pair[..<equals])
        if variables[name] == nil { variables[name] = String(pair[pair.index(after: equals)...]) }
      }
      entry += 1
    }
    return variables
  }
}
