/// One step through a YAML text.
struct ParserEvent {
  /// What was met.
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(text: String, style: YAMLScalarStyle)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
  }

  /// What was met.
  let kind: Kind
  /// The first character, that of the anchor or tag when there is one.
  let start: Mark
  /// The place after the last character.
  let end: Mark
  /// The anchor of a scalar or of a collection's start.
  var anchor: String?
  /// The tag of a scalar or of a collection's start, in full.
  var tag: String?
}
