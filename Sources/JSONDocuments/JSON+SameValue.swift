extension JSON {
  /// Whether both mean the same: as `==`, but numbers compare by value (`1.0` is `1`).
  public func hasSameValue(as other: JSON) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left.hasSameValue(as: right)
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValue(as: $1) }
    case (.object(let left), .object(let right)):
      left.members.count == right.members.count
        && left.members.allSatisfy { right[$0.key]?.hasSameValue(as: $0.value) ?? false }
    default: self == other
    }
  }
}
