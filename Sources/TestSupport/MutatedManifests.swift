/// Manifests with random mistakes in them, the same for the same seed.
public struct MutatedManifests: Sendable {
  private var random: SeededRandom

  /// Starts at a seed.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// The next text: a manifest with up to five mistakes, mostly such as people make.
  public mutating func next() -> [UInt8] {
    var bytes = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: damage(&bytes)
      case 1...3: misspell(&bytes)
      case 4...5: replaceValue(&bytes)
      case 6: dressValue(&bytes)
      case 7...8: moveLine(&bytes)
      default: changeLineEnds(&bytes)
      }
    }
    return bytes
  }

  // MARK: Mistakes

  /// Anything at all, anywhere.
  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 5))
    case 3: insertURL(in: &bytes, at: place)
    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
    }
  }

  /// A URL with bytes that are no UTF-8 in its user info, with what follows or at the end.
  private mutating func insertURL(in bytes: inout [UInt8], at place: Int) {
    let byte = UInt8.random(in: 0x80...255, using: &random)
    let garbage = [UInt8](repeating: byte, count: Int.random(in: 1...20, using: &random))
    if Bool.random(using: &random) { bytes.removeSubrange(place...) }
    let start = Bool.random(using: &random) ? "x://u:" : "sourceUrl: x://"
    bytes.insert(contentsOf: Array(start.utf8) + garbage + Array("@h".utf8), at: place)
  }

  /// A letter that is missing, doubled, swapped with the next one, or of the other case.
  private mutating func misspell(_ bytes: inout [UInt8]) {
    let letters = bytes.indices.dropLast().filter {
      Self.isLetter(bytes[$0]) && Self.isLetter(bytes[$0 + 1])
    }
    guard let place = letters.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(bytes[place], at: place)
    case 2: bytes.swapAt(place, place + 1)
    default: bytes[place] ^= 0x20
    }
  }

  /// Another value behind a key.
  private mutating func replaceValue(_ bytes: inout [UInt8]) {
    guard let value = value(in: bytes) else { return }
    bytes.replaceSubrange(value, with: (Self.values.randomElement(using: &random) ?? "").utf8)
  }

  /// The same value with quotes, an anchor, a tag or a remark.
  private mutating func dressValue(_ bytes: inout [UInt8]) {
    guard let value = value(in: bytes) else { return }
    let (before, after) = Self.dresses.randomElement(using: &random) ?? ("", "")
    bytes.insert(contentsOf: after.utf8, at: value.upperBound)
    bytes.insert(contentsOf: before.utf8, at: value.lowerBound)
  }

  /// A line that is gone, there twice, or indented otherwise.
  private mutating func moveLine(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    guard let index = lines.indices.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.remove(at: index)
    case 1:
      let place = Int.random(in: 0...lines.count, using: &random)
      lines.insert(lines[index], at: place)
    case 2: lines[index] = [0x20, 0x20] + lines[index]
    default: lines[index] = Array(lines[index].drop { $0 == 0x20 })
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func changeLineEnds(_ bytes: inout [UInt8]) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      bytes = Array(
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
          .joined(separator: [0x0D, 0x0A]))
    case 1: bytes = [0xEF, 0xBB, 0xBF] + bytes
    case 2: bytes = Array(bytes.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed())
    default: bytes += Array("---\n".utf8) + bytes
    }
  }

  /// The bytes of a random value that stands behind a key on one line.
  private mutating func value(in bytes: [UInt8]) -> Range<Int>? {
    let colons = bytes.indices.dropLast(2).filter {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == 0x20
    }
    guard let colon = colons.randomElement(using: &random) else { return nil }
    let end = bytes[(colon + 2)...].firstIndex { ",}]\n\r".utf8.contains($0) } ?? bytes.count
    return colon + 2 < end ? colon + 2..<end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: What they are made of

  private static let pieces = [
    "&a ", "*a", "<<: ", "[", "]", "{", "}", ": ", "- ", "? ", "\n", "\r\n", "\r", "\t", "'", "\"",
    "|", ">", "!!", "!<", "%", "---", "...", "#", "\\", "\u{85}", "\u{2028}", "\u{0}", "é", "👩‍🔬",
  ]

  private static let values = [
    "1.10", "yes", "007", "2026-11-21", "~", "", "\"\"", "[]", "{}", "[a, b]", "{a: b}", "'it''s'",
    "Numerical", "categoric", "bool", "STRING", "Tier1", "PII.Sensitive", "team:x", "http://a b",
    "|-\n  text", "*alias", "demo_pg.postgres.public.ordres", "a\"b", "é\u{2028}",
  ]

  private static let dresses = [
    ("\"", "\""), ("'", "'"), ("&anchor ", ""), ("!!str ", ""), ("", "   # remark"),
    ("&a !!str ", ""),
    ("[", "]"), ("\t", ""), ("- ", ""),
  ]

  private static let seeds = [
    """
    # Revenue, by the team of the same name.
    serviceName: CustomMLService
    name: Revenue Predictions
    description: |
      Predicts the revenue: of restaurants.
    algorithm: XGBoost
    target: expected_time
    owners: [admin]
    tags: [PII.None]
    tier: Tier.Tier2

    mlFeatures:
      - name: last_update_bucket
        dataType: categorical   # or numerical
        featureAlgorithm: Bucketing
        featureSources:
          - name: last_update
            dataType: timestamp
            dataSourceFqn: demo_pg.postgres.public.orders
      -   {name: is_premium, dataType: 'categorical', featureSources: [{name: premium,
            dataType: "boolean", dataSourceFqn: demo_pg.postgres.public.users}]}
    mlHyperParameters:
      - {name: eta, value: 0.30}
      - name: depth
        value: 7
    mlStore:
      storage: s3://models/revenue.pkl
    ownership:
      description: catalog
      mlFeatures[*].tags: manifest
    suppress:
      - {code: MLC264, path: "mlFeatures[*].featureSources[*].name", reason: the column comes}

    """,
    """
    x-source: &source {dataType: integer, dataSourceFqn: demo_pg.postgres.public.restaurants}
    service: {name: Forecasts, serviceType: CustomMlModel}
    name: &name "Order Value"
    displayName: *name
    algorithm: XGBoost
    extension: {costCenter: 4711, reviewed: 2026-11-21}
    mlFeatures:
    - name: dimension
      dataType: numerical
      glossaryTerms: [Business.Revenue]
      featureSources:
      - {name: rating, <<: *source}
      - <<: *source
        name: average_price
    ---
    name: churn
    registry:
      mlflow: {model: revenue, alias: champion, trackingUri: "http://127.0.0.1:9"}

    """,
  ]
}
