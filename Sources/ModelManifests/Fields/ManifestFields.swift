import Diagnostics

/// The field table: every key of a manifest and of the project config, described once.
public enum ManifestFields {
  /// The keys of a document of `ml_model.yaml`.
  public static let model = ModelManifest.descriptions
  /// The keys of `mlcatalog.yaml`.
  public static let projectConfig = ProjectConfig.descriptions

  /// Checks that a path names something of a manifest, whatever elements it asks for.
  ///
  /// - Throws: ``FieldPathError`` for a key that is not known, a member of a list, and an element
  ///   of something that is no list.
  public static func check(_ pattern: FieldPathPattern) throws(FieldPathError) {
    _ = try shapes(at: pattern)
  }

  /// Checks that a path names one field that takes a scalar, whatever elements it asks for.
  ///
  /// - Throws: ``FieldPathError`` as ``check(_:)`` does, and for a list or a mapping.
  static func checkScalar(_ path: FieldPath) throws(FieldPathError) {
    let shapes = try shapes(at: FieldPathPattern(path))
    for shape in shapes {
      switch shape {
      case .text, .value, .words, .anything: return
      case .list:
        throw FieldPathError("`\(path)` takes a list", hint: "lists are given in the file")
      case .record(let fields):
        throw FieldPathError(
          "`\(path)` takes a mapping",
          hint: "name a member, such as `\(firstScalar(of: fields, below: path))`")
      case .dictionary:
        throw FieldPathError(
          "`\(path)` takes a mapping", hint: "name a member, as in `\(path).KEY`")
      }
    }
  }

  /// The path of the first field that takes no mapping.
  private static func firstScalar(
    of fields: [FieldDescription], below path: FieldPath
  ) -> FieldPath {
    for field in fields {
      guard case .record = field.shape else { return path.member(field.key) }
    }
    guard let field = fields.first, case .record(let inner) = field.shape else { return path }
    return firstScalar(of: inner, below: path.member(field.key))
  }

  /// What may stand at a path.
  private static func shapes(
    at pattern: FieldPathPattern
  ) throws(FieldPathError) -> [FieldShape] {
    var shapes: [FieldShape] = [.record(model)]
    var done = FieldPath([])
    for (index, segment) in pattern.segments.enumerated() {
      switch segment {
      case .member(let name):
        shapes = try members(of: shapes, name, below: done, in: pattern, at: index)
        done = done.member(name)
      case .element(let key):
        shapes = shapes.compactMap { if case .list(let inner) = $0 { inner } else { nil } }
        guard !shapes.isEmpty else {
          throw FieldPathError("`\(done)` is no list", hint: "remove the brackets")
        }
        done = done.element(key)
      }
    }
    return shapes
  }

  private static func members(
    of shapes: [FieldShape], _ name: String, below path: FieldPath, in pattern: FieldPathPattern,
    at index: Int
  ) throws(FieldPathError) -> [FieldShape] {
    let records = shapes.compactMap { shape -> [FieldDescription]? in
      if case .record(let fields) = shape { fields } else { nil }
    }
    guard !records.isEmpty else {
      // What custom properties there are, only the catalog knows.
      if shapes.contains(where: { if case .dictionary(.anything) = $0 { true } else { false } }) {
        return [.anything]
      }
      if shapes.contains(where: { if case .list = $0 { true } else { false } }) {
        throw FieldPathError(
          "`\(path)` is a list; a member belongs to one of its elements",
          hint: "write `\(path)[*].\(name)`")
      }
      throw FieldPathError("`\(path)` has no members", hint: "end the path there")
    }
    let known = records.flatMap(\.self)
    let met = known.filter { pattern.matches(segment: index, member: $0.key) }
    guard !met.isEmpty else {
      let closest = SpellingSuggestion.best(for: name, among: known.map(\.key))
      throw FieldPathError(
        "there is no field `\(path.member(name))`",
        hint: closest.map { "did you mean `\(path.member($0))`?" }
          ?? hint(for: name, below: path, known: known))
    }
    return met.map(\.shape)
  }

  /// What helps with a key that is like none of those known there.
  private static func hint(
    for name: String, below path: FieldPath, known: [FieldDescription]
  ) -> String {
    if let home = home(of: name) { return "`\(name)` is known \(home)" }
    guard !path.segments.isEmpty else {
      return
        "a path begins with a key of the manifest, such as `description`, `mlStore.storage` or "
        + "`mlFeatures[persona].description`"
    }
    return "known there are \(known.map { "`\($0.key)`" }.joined(separator: ", "))"
  }

  /// Where else a key is known, in words; nil when it is nowhere.
  static func home(of key: String) -> String? {
    func search(_ fields: [FieldDescription], _ path: String) -> String? {
      if fields.contains(where: { $0.key == key }) {
        return path.isEmpty ? "at the top of the document" : "under `\(path)`"
      }
      for field in fields {
        let inner = path.isEmpty ? field.key : "\(path).\(field.key)"
        let found: String? =
          switch field.shape {
          case .record(let fields): search(fields, inner)
          case .list(.record(let fields)): search(fields, "\(inner)[]")
          default: nil
          }
        if let found { return found }
      }
      return nil
    }
    return search(model, "")
  }
}
