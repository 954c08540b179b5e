import Diagnostics
import YAMLSource

extension ManifestField {
  /// How a value is read; nil when it was refused, with the finding made.
  typealias Reader<Value> = @Sendable (YAMLNode, inout Decoding) -> Value?

  /// The member of the record that a value goes to.
  typealias Member<Value> = any WritableKeyPath<Record, Value> & Sendable

  /// An optional key, which may be explicitly empty.
  static func optional<Value>(
    _ key: String, _ summary: String, example: String, shape: FieldShape = .text,
    _ member: Member<Given<Value>>,
    _ read: @escaping Reader<Located<Value>>
  ) -> ManifestField {
    let description = FieldDescription(key, summary, example: example, shape: shape)
    return ManifestField(description: description) { node, record, decoding in
      if node.isNull {
        record[keyPath: member] = .empty(at: node.place)
        return true
      }
      guard let value = read(node, &decoding) else { return false }
      record[keyPath: member] = .value(value)
      return true
    }
  }

  /// Optional text of any kind.
  static func text(
    _ key: String, _ summary: String, example: String,
    _ member: Member<Given<String>>
  ) -> ManifestField {
    optional(key, summary, example: example, member) { $1.text($0) }
  }

  /// An optional list; an empty one counts as explicitly empty.
  static func list<Element>(
    _ key: String, _ summary: String, example: String, of shape: FieldShape,
    _ member: Member<Given<[Element]>>,
    _ read: @escaping Reader<[Element]>
  ) -> ManifestField {
    let description = FieldDescription(key, summary, example: example, shape: .list(shape))
    return ManifestField(description: description) { node, record, decoding in
      if node.isNull {
        record[keyPath: member] = .empty(at: node.place)
        return true
      }
      guard let elements = read(node, &decoding) else { return false }
      let isWrittenEmpty =
        if case .sequence(let items) = node.content { items.isEmpty } else { false }
      record[keyPath: member] =
        isWrittenEmpty ? .empty(at: node.place) : .value(Located(elements, at: node.place))
      return true
    }
  }

  /// A required key.
  static func required<Value>(
    _ key: String, _ summary: String, example: String, shape: FieldShape = .text,
    _ member: Member<Located<Value>>,
    _ read: @escaping Reader<Located<Value>>
  ) -> ManifestField {
    let description = FieldDescription(
      key, summary, example: example, shape: shape, isRequired: true)
    return ManifestField(description: description) { node, record, decoding in
      guard let value = read(node, &decoding) else { return false }
      record[keyPath: member] = value
      return true
    }
  }

  /// An optional key for which null is the same as no key: a setting, never a field of the catalog.
  static func plain<Value>(
    _ key: String, _ summary: String, example: String, shape: FieldShape = .text,
    isAlternative: Bool = false, isNullable: Bool = true, _ member: Member<Located<Value>?>,
    _ read: @escaping Reader<Located<Value>>
  ) -> ManifestField {
    let description = FieldDescription(
      key, summary, example: example, shape: shape, isAlternative: isAlternative,
      isNullable: isNullable)
    return ManifestField(description: description) { node, record, decoding in
      if node.isNull { return true }
      guard let value = read(node, &decoding) else { return false }
      record[keyPath: member] = value
      return true
    }
  }

  /// An optional key that needs a value when it is there.
  static func filled<Value>(
    _ key: String, _ summary: String, example: String, shape: FieldShape = .text,
    isAlternative: Bool = false, _ member: Member<Located<Value>?>,
    _ read: @escaping Reader<Located<Value>>
  ) -> ManifestField {
    plain(
      key, summary, example: example, shape: shape, isAlternative: isAlternative,
      isNullable: false, member, read)
  }

  /// Settings below a key of their own.
  static func section<Section: ManifestRecord>(
    _ key: String, _ summary: String, example: String, _ member: Member<Section>
  ) -> ManifestField {
    let description = FieldDescription(
      key, summary, example: example, shape: .record(Section.descriptions))
    return ManifestField(description: description) { node, record, decoding in
      if node.isNull { return true }
      guard let section = decoding.record(node, Section.self) else { return false }
      record[keyPath: member] = section
      return true
    }
  }

  /// Anything else; `take` does all of it, null included when the key may be null.
  static func other(
    _ description: FieldDescription,
    _ take: @escaping @Sendable (YAMLNode, inout Record, inout Decoding) -> Bool
  ) -> ManifestField {
    ManifestField(description: description, take: take)
  }
}

extension YAMLNode {
  /// Whether it is a scalar that is not empty on purpose.
  var isText: Bool { filledText != nil }

  /// The text of a scalar that is not empty on purpose.
  var filledText: String? {
    if case .scalar(let scalar) = content, !scalar.isNull { scalar.text } else { nil }
  }

  /// Whether it says "explicitly empty".
  var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.isNull } else { false }
  }
}
