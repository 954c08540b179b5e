import Diagnostics

/// Builds nodes from libyaml's events: anchors, merge keys, limits, exact places.
struct Composer: ~Copyable {
  /// How many collections may be open at once.
  static let depthLimit = 64
  /// How many values aliases may add to one document.
  static let expansionLimit = 100_000

  private var reader: EventReader
  private let standIns: LineBreakStandIns
  let places: SourcePlaces
  private var anchors = AnchorTable()
  private var expanded = 0
  /// False when an alias of the current document leads nowhere: its values would be made up.
  private var isUsable = true
  /// The brackets that are open, outermost first.
  private var brackets: [Mark] = []
  /// The latest text in quotes that goes over several lines; often a quote was forgotten.
  private(set) var longQuote: SourceRange?
  /// What was found so far.
  var diagnostics = DiagnosticList()

  /// Starts at the beginning of a text that passed the encoding check.
  init(path: String, content: ArraySlice<UInt8>) throws(CompositionStop) {
    standIns = LineBreakStandIns(content)
    places = SourcePlaces(path: path, text: standIns.text)
    do { reader = try EventReader(standIns.text) } catch { throw .syntax(error) }
  }

  /// The innermost bracket that is open.
  var openBracket: Mark? { brackets.last }

  /// The next document, nil at the end; documents with dead aliases are passed over.
  mutating func nextDocument() throws(CompositionStop) -> YAMLDocument? {
    while true {
      switch try next().kind {
      case .streamEnd: return nil
      case .documentStart:
        let document = try document()
        if isUsable { return document }
      default: continue
      }
    }
  }

  private mutating func document() throws(CompositionStop) -> YAMLDocument {
    anchors = AnchorTable()
    expanded = 0
    isUsable = true
    brackets = []
    longQuote = nil
    let event = try next()
    let root = try compose(event, depth: 0).node
    if case .scalar(let text, .plain) = event.kind, text.isEmpty, event.tag == nil {
      return YAMLDocument(root: nil)
    }
    return YAMLDocument(root: root)
  }

  private mutating func next() throws(CompositionStop) -> ParserEvent {
    do { return try reader.next() } catch { throw .syntax(error) }
  }

  private mutating func compose(
    _ event: ParserEvent, depth: Int
  ) throws(CompositionStop) -> Composition {
    if case .alias(let name) = event.kind { return try follow(name, at: event) }
    let number = event.anchor.map { anchors.open($0) }
    checkTag(of: event)
    let composition: Composition
    switch event.kind {
    case .sequenceStart: composition = try sequence(event, depth: depth)
    case .mappingStart: composition = try mapping(event, depth: depth)
    case .scalar(let text, let style): composition = scalar(text, style, event)
    default: composition = scalar("", .plain, event)
    }
    if let number { anchors.close(number, composition) }
    return composition
  }

  private mutating func scalar(
    _ text: String, _ style: YAMLScalarStyle, _ event: ParserEvent
  ) -> Composition {
    let isBlock = style == .literal || style == .folded
    let isNothing = style == .plain && text.isEmpty
    let range = SourceRange(
      path: places.path, start: isNothing ? places.position(of: event.end) : start(of: event),
      end: isBlock
        ? places.textEnd(ofBlockScalarFrom: event.start, to: event.end)
        : places.position(of: event.end))
    if text.utf8.contains(0) { diagnostics.append(.escapedNull(at: range)) }
    if !isBlock, style != .plain, range.start.line < range.end.line { longQuote = range }
    let scalar = YAMLScalar(text: standIns.restored(text), style: style, tag: event.tag)
    return Composition(node: YAMLNode(.scalar(scalar), range: range), size: 1)
  }

  private mutating func sequence(
    _ event: ParserEvent, depth: Int
  ) throws(CompositionStop) -> Composition {
    try checkDepth(depth, event)
    open(event)
    var items: [YAMLNode] = []
    var size = 1
    while true {
      let step = try next()
      if case .sequenceEnd = step.kind {
        close(event)
        let range = range(from: event, to: step, lastChild: items.last)
        return Composition(node: YAMLNode(.sequence(items), range: range), size: size)
      }
      let item = try compose(step, depth: depth + 1)
      items.append(item.node)
      size += item.size
    }
  }

  private mutating func mapping(
    _ event: ParserEvent, depth: Int
  ) throws(CompositionStop) -> Composition {
    try checkDepth(depth, event)
    open(event)
    var written: [YAMLEntry] = []
    var size = 1
    while true {
      let step = try next()
      if case .mappingEnd = step.kind {
        close(event)
        let node = YAMLNode(
          .mapping(MergeKeys.resolve(written, in: places, &diagnostics)),
          range: range(from: event, to: step, lastChild: written.last?.value),
          firstKeyRange: written.first?.key.place)
        return Composition(node: node, size: size)
      }
      let key = try compose(step, depth: depth + 1)
      let value = try compose(try next(), depth: depth + 1)
      written.append(YAMLEntry(key: key.node, value: value.node))
      size += key.size + value.size
    }
  }

  private mutating func follow(
    _ name: String, at event: ParserEvent
  ) throws(CompositionStop) -> Composition {
    let range = places.range(event.start, event.end)
    switch anchors.target(of: name) {
    case .complete(let value):
      expanded += value.size
      guard expanded <= Self.expansionLimit else {
        diagnostics.append(.aliasExpansion(at: range))
        throw .limit
      }
      return Composition(node: value.node.seen(through: range), size: value.size)
    case .open: diagnostics.append(.recursiveAlias(name, at: range))
    case .undefined: diagnostics.append(.undefinedAlias(name, known: anchors.names, at: range))
    }
    isUsable = false
    return Composition(node: YAMLNode(.mapping([]), range: range), size: 1)
  }

  private mutating func checkDepth(_ depth: Int, _ event: ParserEvent) throws(CompositionStop) {
    guard depth >= Self.depthLimit else { return }
    let start = start(of: event)
    let end = Position(line: start.line, column: start.column + 1)
    diagnostics.append(.tooDeep(at: SourceRange(path: places.path, start: start, end: end)))
    throw .limit
  }

  private mutating func open(_ event: ParserEvent) {
    if places.byte(at: event.start).map(Self.isBracket) == true { brackets.append(event.start) }
  }

  private mutating func close(_ event: ParserEvent) {
    if brackets.last == event.start { brackets.removeLast() }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private mutating func checkTag(of event: ParserEvent) {
    guard let tag = event.tag, !CoreTags.allow(tag, on: event.kind) else { return }
    diagnostics.append(.unknownTag(tag, at: places.character(at: event.start)))
  }

  private func start(of event: ParserEvent) -> Position {
    event.anchor == nil && event.tag == nil
      ? places.position(of: event.start) : places.valueStart(afterPropertiesAt: event.start)
  }

  /// A collection's range; one without a closing bracket ends with its last child.
  private func range(
    from first: ParserEvent, to last: ParserEvent, lastChild: YAMLNode?
  ) -> SourceRange {
    let hasBracket = last.start != last.end
    let end = hasBracket ? places.position(of: last.end) : lastChild?.place.end
    let start = start(of: first)
    return SourceRange(path: places.path, start: start, end: end ?? start)
  }
}
