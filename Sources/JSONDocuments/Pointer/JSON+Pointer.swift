extension JSON {
  /// The value that a pointer leads to; nil when there is none.
  public func value(at pointer: JSONPointer) -> JSON? {
    var value = self
    for token in pointer.tokens {
      guard let next = value.child(token) else { return nil }
      value = next
    }
    return value
  }

  private func child(_ token: String) -> JSON? {
    switch self {
    case .object(let object): object[token]
    case .array(let elements): Self.index(token, below: elements.count).map { elements[$0] }
    default: nil
    }
  }

  /// The array index that a token spells (RFC 6901 §4: decimal, no leading zero).
  static func index(_ token: String, below limit: Int) -> Int? {
    let digits = token.utf8
    guard digits.allSatisfy({ $0 &- 48 < 10 }), digits.count == 1 || digits.first != 48,
      let index = Int(token), index < limit
    else { return nil }
    return index
  }
}
