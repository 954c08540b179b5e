import JSONDocuments
import Testing

@testable import EmbeddedCatalog

/// Create requests for any kind of entity, made from its table of fields.
struct EntityRequests {
  /// SQL, HTML, templates, formats, quotes, control characters, and text that runs backwards.
  static let text =
    "'; DROP TABLE entities;-- \" <script>alert('x')</script> ${7*7} {{7*7}} %s%n%00 \\u0000 \u{0}"
    + "\r\n\t\u{1B}[31m \u{202E}\u{FEFF}\u{2028}\u{1F600} e\u{301}"
  /// The same as far as names on every line may go.
  static let name =
    "Robert'); DROP TABLE entities;-- <img src=x onerror=alert(1) %2F%00 / . \u{202E}"

  let catalog: CatalogUnderTest
  let line: ServerLine

  /// Creates an entity, and before it all that it lies in; the request and the answer.
  func create(_ kind: any EntityKind, name: String = Self.name) throws -> (
    request: JSONObject, reply: CatalogUnderTest.Reply
  ) {
    let request = try request(kind, name: name)
    let reply = try catalog.send("PUT", kind.collection, .object(request))
    try #require(reply.status < 300, "\(kind.type): \(reply.body.text())")
    return (request, reply)
  }

  /// A request with hostile text in every member that takes any text.
  func request(_ kind: any EntityKind, name: String = Self.name) throws -> JSONObject {
    var request = JSONObject([.init(key: "name", value: .string(name))])
    for field in kind.fields(line) where request[field.name] == nil {
      guard let member = field.requestMember(line) else { continue }
      let isPlain = if case .same = field.request { Self.isText(field.shape) } else { false }
      if isPlain || member.isRequired { request[field.name] = value(member.shape) }
    }
    for member in Self.needed[kind.type]?.object?.members ?? [] {
      request[member.key] = member.value
    }
    if kind.type == "bot" { request["botUser"] = try botUser() }
    if kind.type == "dataProduct" {
      let domain = try created("domain")
      request["domains"] = line < ServerLine(1, 9) ? nil : .array([domain])
    }
    // What may lie in its like, such as a domain, need not.
    if let container = kind.containers.last(where: { $0.type != kind.type }) {
      request[container.member] = try created(container.type)
    }
    return request
  }

  /// The name of a new entity.
  private func created(_ type: String) throws -> JSON {
    let kind = try #require(EntityKinds.standard[type])
    return try #require(try create(kind).reply["fullyQualifiedName"])
  }

  /// What the table of fields does not say a request needs.
  private static let needed: [String: JSON] = [
    "user": ["email": "'or'1'='1@open-metadata.org"],
    "team": ["teamType": "Group", "email": "'or'1'='1@open-metadata.org"],
    "table": [
      "columns": [["name": .string(name), "dataType": "INT", "description": .string(text)]]
    ],
    "mlmodel": [
      "mlFeatures": [["name": .string(name), "description": .string(text)]],
      "mlHyperParameters": [["name": .string(text), "value": .string(text)]],
    ],
  ]

  private func botUser() throws -> JSON {
    let reply = try catalog.send(
      "PUT", "users", ["name": "robot", "email": "robot@open-metadata.org", "isBot": true])
    return try #require(reply["name"])
  }

  private static func isText(_ shape: Shape) -> Bool {
    if case .text = shape { true } else { false }
  }

  private func value(_ shape: Shape) -> JSON? {
    switch shape {
    case .any: .string(Self.text)
    case .text(_, let maximum): .string(String(Self.text.prefix(maximum)))
    case .name, .columnName: .string(Self.name)
    case .customPropertyName: "property"
    case .email: "'or'1'='1@open-metadata.org"
    case .uri: "https://a.test/?q='--&r=%00"
    case .boolean: false
    case .integer, .number: 1
    case .oneOf(let words): words.first { $0.lines.contains(line) }.map { .string($0.text) }
    case .list(let element): .array([value(element)].compactMap(\.self))
    case .object(let members, _):
      .object(
        JSONObject(
          members.filter { $0.lines.contains(line) && $0.isRequired || Self.isText($0.shape) }
            .compactMap { member in
              value(member.shape).map { JSONObject.Member(key: member.name, value: $0) }
            }))
    case .recursive: nil
    }
  }
}
