import CYAML

/// Walks through a text with libyaml's event parser.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Starts at the beginning of UTF-8 text without a byte order mark.
  init(_ text: [UInt8]) throws(SyntaxTrouble) {
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: text.count)
    _ = input.initialize(from: text)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.initialize(to: yaml_parser_t())
      throw SyntaxTrouble(
        problem: "not enough memory", problemMark: Mark(index: 0, line: 0, column: 0),
        context: "", contextMark: nil)
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  mutating func next() throws(SyntaxTrouble) -> ParserEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw trouble() }
    defer { yaml_event_delete(&event) }
    return Self.translate(event)
  }

  private func trouble() -> SyntaxTrouble {
    let state = parser.pointee
    return SyntaxTrouble(
      problem: state.problem.map { String(cString: $0) } ?? "not enough memory",
      problemMark: Mark(state.problem_mark),
      context: state.context.map { String(cString: $0) } ?? "",
      contextMark: state.context == nil ? nil : Mark(state.context_mark))
  }

  private static func translate(_ event: yaml_event_t) -> ParserEvent {
    func made(
      _ kind: ParserEvent.Kind, anchor: UnsafeMutablePointer<UInt8>? = nil,
      tag: UnsafeMutablePointer<UInt8>? = nil
    ) -> ParserEvent {
      ParserEvent(
        kind: kind, start: Mark(event.start_mark), end: Mark(event.end_mark),
        anchor: anchor.map { String(cString: $0) }, tag: tag.map { String(cString: $0) })
    }
    // The union's arms are valid only for the event's own type.
    switch event.type {
    case YAML_STREAM_START_EVENT: return made(.streamStart)
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
    case YAML_ALIAS_EVENT: return made(.alias(String(cString: event.data.alias.anchor)))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return made(
        .scalar(
          text: String(decoding: text, as: UTF8.self), style: YAMLScalarStyle(scalar.style)),
        anchor: scalar.anchor, tag: scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      return made(.sequenceStart, anchor: sequence.anchor, tag: sequence.tag)
    case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      return made(.mappingStart, anchor: mapping.anchor, tag: mapping.tag)
    case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
    default: return made(.streamEnd)
    }
  }
}

extension Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(index: Int(mark.index), line: Int(mark.line), column: Int(mark.column))
  }
}

extension YAMLScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
