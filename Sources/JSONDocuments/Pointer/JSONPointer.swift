/// The way from a JSON document to one of its values (RFC 6901).
public struct JSONPointer: Sendable, Hashable {
  /// Keys and array indices from the outside in, unescaped; none for the whole document.
  public var tokens: [String]

  /// Takes unescaped keys and indices.
  public init(_ tokens: [String] = []) {
    self.tokens = tokens
  }

  /// Reads a pointer such as `/mlFeatures/0/description`, in which `~1` is `/` and `~0` is `~`.
  ///
  /// - Throws: ``JSONPointerError`` when the text does not start with a slash or has another `~`.
  public init(parsing text: String) throws(JSONPointerError) {
    if text.isEmpty {
      self.init()
      return
    }
    guard text.utf8.first == UInt8(ascii: "/") else { throw .noLeadingSlash(text) }
    var tokens: [String] = []
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      tokens.append(try Self.unescaped(part, of: text))
    }
    self.init(tokens)
  }

  private static func unescaped(_ part: Substring.UnicodeScalarView, of text: String)
    throws(JSONPointerError) -> String
  {
    guard part.contains("~") else { return String(part) }
    var token = String.UnicodeScalarView()
    var rest = part
    while let scalar = rest.popFirst() {
      switch scalar == "~" ? rest.popFirst() : nil {
      case "0": token.append("~")
      case "1": token.append("/")
      case nil where scalar != "~": token.append(scalar)
      default: throw .invalidEscape(text)
      }
    }
    return String(token)
  }

  /// The pointer to a member or element of the value that this one points to.
  public func appending(_ token: String) -> JSONPointer {
    JSONPointer(tokens + [token])
  }
}

extension JSONPointer {
  /// Compares tokens by code points.
  public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
    left.tokens.elementsEqual(right.tokens, by: CodePoints.equal)
  }

  /// Whether this points to the same value as `other`, or to one inside it.
  func starts(with other: JSONPointer) -> Bool {
    tokens.starts(with: other.tokens, by: CodePoints.equal)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as text, escaped.
  public var description: String {
    var text = ""
    for token in tokens {
      text += "/"
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}
