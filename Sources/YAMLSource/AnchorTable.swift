/// The anchors of one document.
struct AnchorTable {
  /// What an alias leads to.
  enum Target {
    case undefined
    /// The alias stands inside the very value that it names.
    case open
    case complete(Composition)
  }

  private var latest: [String: Int] = [:]
  private var values: [Composition?] = []

  /// Notes that a value with an anchor begins, and gives it a number.
  ///
  /// From here on the name means this value, as YAML has it: the most recent one that began.
  mutating func open(_ name: String) -> Int {
    values.append(nil)
    latest[name] = values.count - 1
    return values.count - 1
  }

  /// Notes the finished value.
  mutating func close(_ number: Int, _ value: Composition) {
    values[number] = value
  }

  /// What `name` means at this point of the document.
  func target(of name: String) -> Target {
    guard let number = latest[name] else { return .undefined }
    guard let value = values[number] else { return .open }
    return .complete(value)
  }

  /// All names so far, in the order of the alphabet.
  var names: [String] { latest.keys.sorted() }
}
