/// The members of a JSON object in their order, each key once.
public struct JSONObject: Sendable {
  /// A key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public var value: JSON

    /// Makes a member.
    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }

    /// Compares keys by code points.
    public static func == (left: Member, right: Member) -> Bool {
      CodePoints.equal(left.key, right.key) && left.value == right.value
    }
  }

  /// The members in order.
  public private(set) var members: [Member]

  /// Takes members whose keys differ.
  public init(_ members: [Member] = []) { self.members = members }

  /// The value of a key; setting nil removes the member, setting a new key appends one.
  public subscript(key: String) -> JSON? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  private func index(of key: String) -> Int? {
    members.firstIndex { CodePoints.equal($0.key, key) }
  }

  /// The keys in order.
  public var keys: [String] { members.map(\.key) }

  /// The members in the order of their keys' code points.
  var sortedMembers: [Member] { members.sorted { CodePoints.ascending($0.key, $1.key) } }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }
}

extension JSONObject: Hashable {
  /// Members compare in any order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.members.count == right.members.count else { return false }
    return left.members == right.members || left.sortedMembers == right.sortedMembers
  }

  /// Hashes the members in any order.
  public func hash(into hasher: inout Hasher) {
    for member in sortedMembers { hasher.combine(member) }
  }
}
