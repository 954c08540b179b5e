import ModelManifests
import TestSupport

/// Writes manifests and project configs from their field table, right ones and ones with a mistake.
///
/// The text is YAML in flow style. At most `mistakes` of its values are not what the table says.
struct FileGenerator {
  private var random: SeededRandom
  /// Whether a text may be any, not only the example of its field.
  private let takesAnyText: Bool
  private var countdown: [Int] = []
  /// The fields that a mistake was made in, by the path of their keys.
  private(set) var mistaken: Set<String> = []

  /// Texts that no field, or not every field, takes, though all of them are scalars.
  private static let texts = [
    "7", "-0.5e3", "true", "off", ".inf", "2024-01-01", "'~'", "a", "a.b", "'\"a'", "'a::b'",
    "team:a", "'not a team: b'", "latest", "models:/a/1", "https://u:p@a.example", "MLC100",
  ]

  init(seed: UInt64, takesAnyText: Bool) {
    random = SeededRandom(seed: seed)
    self.takesAnyText = takesAnyText
  }

  /// The text of a file whose top-level keys are `fields`.
  mutating func text(_ fields: [FieldDescription], mistakes: Int) -> String {
    // A config has fewer places to make them in.
    let reach = takesAnyText ? 40 : 14
    countdown = (0..<mistakes).map { _ in number(reach) }
    return record(fields, "")
  }

  private mutating func number(_ end: Int) -> Int { Int.random(in: 0..<end, using: &random) }

  private mutating func chance(_ outOf: Int) -> Bool { number(outOf) == 0 }

  private mutating func one(_ texts: [String]) -> String { texts[number(texts.count)] }

  /// Whether the mistake is made here; each place that is passed brings it nearer.
  private mutating func errs() -> Bool {
    guard let next = countdown.first else { return false }
    if next == 0 {
      countdown.removeFirst()
      return true
    }
    countdown[0] -= 1
    return false
  }

  private mutating func record(_ fields: [FieldDescription], _ path: String) -> String {
    var members: [String] = []
    for field in fields {
      let inner = path + "." + field.key
      // In a config this has the code of all other mistakes.
      if !takesAnyText, field.key == "service",
        members.contains(where: { $0.hasPrefix("serviceName") })
      {
        continue
      }
      let isThere = field.isRequired && field.unless == nil || chance(fields.count > 6 ? 4 : 2)
      if field.isRequired, errs() { continue }
      guard isThere || field.isRequired && !chance(4) else { continue }
      members.append("\(field.key): \(value(of: field, inner))")
    }
    if chance(8) { members.append("x-note: " + one(["~", "a", "[a]", "{a: [~]}"])) }
    if errs() { members.append(one(["colour: red", "Name: a", "7: a", "true: a", "\"\": a"])) }
    members.shuffle(using: &random)
    return "{\(members.joined(separator: ", "))}"
  }

  private mutating func value(of field: FieldDescription, _ path: String) -> String {
    if errs() {
      mistaken.insert(path)
      return field.isNullable ? mistake(for: field.shape) : one(["~", mistake(for: field.shape)])
    }
    if field.isNullable, chance(8) { return one(["~", "null", "Null", ""]) }
    return value(field.shape, field.example, path)
  }

  /// A value as the table wants it.
  private mutating func value(_ shape: FieldShape, _ example: String, _ path: String) -> String {
    switch shape {
    case .text, .value:
      return takesAnyText && chance(6) ? one(Self.texts) : example
    case .words(let words): return one(words.map { "\"\($0)\"" } + [words[0]])
    case .list(let inner):
      if case .record = inner {
        return "[\((0..<number(3)).map { _ in item(inner, path) }.joined(separator: ", "))]"
      }
      if errs() { return "[\(mistake(for: inner))]" }
      return chance(4) ? "[]" : example
    case .record(let fields): return record(fields, path)
    case .dictionary(let inner):
      guard case .anything = inner else { return dictionary(inner, example, path) }
      return one(["{}", example, "{a: ~, b: [1, {c: true}], x-d: 2024-01-01}"])
    case .anything: return one(["~", "a", "[a]"])
    }
  }

  private mutating func item(_ shape: FieldShape, _ path: String) -> String {
    errs() ? one(["~", mistake(for: shape)]) : value(shape, "", path)
  }

  /// A mapping with the key of the example, whose values are read inside `{KEY: VALUE}`.
  private mutating func dictionary(
    _ shape: FieldShape, _ example: String, _ path: String
  ) -> String {
    if chance(6) { return one(["{}", "{x-a: ~}"]) }
    let inside = example.dropFirst().dropLast()
    let key = String(inside.prefix { $0 != ":" })
    let rest = String(inside.dropFirst(key.count + 2))
    let written = takesAnyText && chance(6) ? one(["a", "'a..b'", "MLC100", "7"]) : key
    return "{\(written): \(errs() ? one(["~", mistake(for: shape)]) : value(shape, rest, path))}"
  }

  /// A value of a kind, or a word, that the shape does not take; null is none.
  private mutating func mistake(for shape: FieldShape) -> String {
    switch shape {
    case .text, .value: one(["[a]", "{a: b}", "[]", "{}"])
    case .words(let words):
      one(["[\(words[0])]", "{a: b}", "nothing", words[0] + "x", "7", "true"])
    case .list: one(["a", "7", "{}", "{a: b}", "[~]", "[[[]]]"])
    case .record, .dictionary: one(["a", "7", "[]", "[a]", "true"])
    case .anything: "a"
    }
  }
}
