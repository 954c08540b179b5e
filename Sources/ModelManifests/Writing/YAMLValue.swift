/// A value to be written as YAML.
public indirect enum YAMLValue: Sendable, Equatable {
  /// One line of a mapping.
  public enum Line: Sendable, Equatable {
    /// A key and its value.
    case member(String, YAMLValue)
    /// A comment; what a terminal would act on is escaped.
    case remark(String)
    /// An empty line.
    case blank
  }

  /// Any text, which every reader of YAML takes for text.
  case text(String)
  /// A number or a word, written as it is.
  case plain(String)
  /// Explicitly nothing.
  case nothing
  /// A list.
  case list([YAMLValue])
  /// A mapping, with the remarks between its members.
  case mapping([Line])

  /// The lines of a mapping; none of anything else.
  public var lines: [Line] {
    if case .mapping(let lines) = self { lines } else { [] }
  }
}

extension YAMLValue.Line {
  /// The key; nil for a remark and an empty line.
  public var key: String? {
    if case .member(let key, _) = self { key } else { nil }
  }

  /// The value; nil for a remark and an empty line.
  public var value: YAMLValue? {
    if case .member(_, let value) = self { value } else { nil }
  }
}
