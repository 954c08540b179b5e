import FoundationEssentials
public import JSONDocuments

/// Any resource of Azure: its name, its properties, and who made it when.
///
/// The whole document is kept: a write must send back every property that was read.
public struct Resource: Sendable, Hashable {
  /// The path that identifies it; its letters' case varies between answers.
  public let id: String
  /// The last part of the path.
  public let name: String
  /// When it was made, in milliseconds since 1970.
  public let createdAt: Int64?
  /// When it was changed last, in milliseconds since 1970.
  public let modifiedAt: Int64?
  /// The whole document.
  public let document: JSON

  /// Reads a document; nil when it lacks its id, its name or its properties.
  public init?(_ document: JSON) {
    guard let id = document["id"]?.string, let name = document["name"]?.string,
      document["properties"]?.object != nil
    else { return nil }
    self.id = id
    self.name = name
    let system = document["systemData"]
    createdAt = (system?["createdAt"]?.string).flatMap(Resource.milliseconds)
    modifiedAt = (system?["lastModifiedAt"]?.string).flatMap(Resource.milliseconds)
    self.document = document
  }

  /// A property; nil when it is not there or null.
  public subscript(property: String) -> JSON? {
    guard let value = document["properties"]?[property], !value.isNull else { return nil }
    return value
  }

  /// The texts of a mapping such as `tags`, in the order of the document.
  public func texts(_ property: String) -> [(key: String, value: String)] {
    (self[property]?.object?.members ?? []).compactMap { member in
      member.value.string.map { (member.key, $0) }
    }
  }

  /// Milliseconds since 1970 of an ISO 8601 text, whose seconds have up to seven decimals or none.
  public static func milliseconds(_ text: String) -> Int64? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let date = (try? style.parse(text)) ?? (try? Date.ISO8601FormatStyle().parse(text))
    else { return nil }
    return Int64((date.timeIntervalSince1970 * 1000).rounded())
  }
}
