import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("What each role may do with each kind of entity")
struct KindRoleTests {
  private static let roles: [CatalogUnderTest.Role] = [
    .administrator, .ingestionBot, .steward, .consumer, .owner, .anonymous,
  ]

  enum Request: CaseIterable {
    case get, post, putOfNew, putOfExisting, patchOfDescription, patchOfOwners, delete
  }

  @Test("every kind has a sample")
  func complete() {
    #expect(
      KindSample.all.map(\.kind.type).sorted() == EntityKinds.standard.all.map(\.type).sorted())
  }

  @Test(
    "a role is answered as its policies say", arguments: KindSample.all,
    ["1.5.10", "1.9.3", "1.13.0", "2.0.7"])
  func matrix(sample: KindSample, version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    try sample.prepare(catalog)
    for role in Self.roles {
      let token = try catalog.token(of: role)
      let owner = try catalog.send("GET", "users/name/\(role == .owner ? "olga" : "admin")")["id"]
      for request in Request.allCases {
        let reply = try perform(
          request, as: "\(role)-\(request)".lowercased(), ownedBy: owner ?? .null, sample, catalog,
          token)
        let expected = expected(role, request, sample, catalog.line)
        #expect(reply.status == expected, "\(role) \(request): \(reply.body.text())")
        if reply.status == 403 { #expect(reply.message.hasPrefix("Principal: CatalogPrincipal")) }
      }
    }
  }

  /// What the policies that come with OpenMetadata come to: a bot does all but what is an
  /// administrator's, a steward and a consumer read and describe, a steward names owners as well,
  /// whoever owns a thing does all with it and makes none.
  private func expected(
    _ role: CatalogUnderTest.Role, _ request: Request, _ sample: KindSample, _ line: ServerLine
  ) -> Int {
    let hasOwners = sample.hasOwners(line)
    let success = [.post, .putOfNew].contains(request) ? 201 : 200
    // What has no owners belongs to nobody: then everybody may say whose it is, but not this way.
    if request == .patchOfOwners, !hasOwners { return role == .anonymous ? 401 : 400 }
    let isWritten = [.post, .putOfNew, .putOfExisting].contains(request)
    switch role {
    case .administrator: return success
    case .ingestionBot: return sample.isAdministered && isWritten ? 403 : success
    case .steward:
      return [.get, .patchOfDescription, .patchOfOwners].contains(request) ? success : 403
    case .owner where hasOwners: return [.post, .putOfNew].contains(request) ? 403 : success
    case .consumer, .owner: return [.get, .patchOfDescription].contains(request) ? success : 403
    case .anonymous, .expired: return 401
    }
  }

  /// Sends one request about a fresh entity that somebody owns.
  private func perform(
    _ request: Request, as name: String, ownedBy owner: JSON, _ sample: KindSample,
    _ catalog: CatalogUnderTest, _ token: String
  ) throws -> CatalogUnderTest.Reply {
    let collection = sample.kind.collection
    let owners: JSON = [["id": owner, "type": "user"]]
    let line = catalog.line
    let others: JSON = sample.hasOwners(line) ? ["owners": owners] : [:]
    switch request {
    case .post, .putOfNew:
      return try catalog.send(
        request == .post ? "POST" : "PUT", collection, sample.request(name, for: line),
        token: token)
    default: break
    }
    let id = try sample.make(name, others, in: catalog)
    func patch(_ member: String, _ value: JSON) throws -> CatalogUnderTest.Reply {
      try catalog.send(
        "PATCH", "\(collection)/\(id)",
        [["op": "add", "path": .string("/\(member)"), "value": value]], token: token)
    }
    switch request {
    case .get: return try catalog.send("GET", "\(collection)/\(id)", token: token)
    case .putOfExisting:
      return try catalog.send(
        "PUT", collection, sample.request(name, others, for: line), token: token)
    case .patchOfDescription: return try patch("description", "d")
    case .patchOfOwners: return try patch("owners", owners)
    default: return try catalog.send("DELETE", "\(collection)/\(id)", token: token)
    }
  }
}
