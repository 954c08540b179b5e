import Foundation
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("The data file")
struct PersistenceTests {
  @Test("after a restart entities, passwords, tokens and the key are as before")
  func restart() throws {
    let file = try TemporaryFile()
    var token = ""
    var bot = ""
    do {
      let catalog = try CatalogUnderTest(dataPath: file.path)
      try catalog.model(["description": "D0"])
      token = catalog.adminToken
      bot = try catalog.ingestionBot()
    }
    let catalog = try CatalogUnderTest(dataPath: file.path)
    #expect(try catalog.send("GET", "mlmodels", token: token).status == 200)
    #expect(try catalog.ingestionBot() == bot)
    let model = try catalog.send("GET", "mlmodels/name/Models.Revenue", token: bot)
    #expect(model["description"] == "D0")
    #expect(try catalog.send("GET", "users")["paging"]?["total"] == 2)
  }

  @Test("a file written by 1.5 is read by 2.0")
  func upgrade() throws {
    let file = try TemporaryFile()
    do { try CatalogUnderTest(dataPath: file.path).model(["description": "D0"]) }
    let catalog = try CatalogUnderTest(dataPath: file.path, version: "2.0.7")
    let model = try catalog.send("GET", "mlmodels/name/Models.Revenue?fields=*")
    #expect(model["description"] == "D0")
    #expect(model["domains"] == [])
  }

  @Test("nobody but its owner can read the file")
  func mode() throws {
    let file = try TemporaryFile()
    _ = try CatalogUnderTest(dataPath: file.path)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
  }

  @Test("a catalog in memory leaves no file behind")
  func temporary() throws {
    let folder = FileManager.default.temporaryDirectory.path
    func files() throws -> Set<String> {
      Set(
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
          $0.hasPrefix("mlcatalog-")
        })
    }
    let path: String
    do {
      let store = try CatalogStore(path: ":memory:")
      path = try #require(store.temporaryFolder)
      #expect(try files().contains { path.hasSuffix($0) })
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("what is no data file and a version that is none are errors that say so")
  func errors() throws {
    let file = try TemporaryFile()
    try Data("not a database at all, by no means whatsoever".utf8).write(
      to: URL(filePath: file.path))
    #expect(throws: CatalogServerError.self) {
      try CatalogServer(CatalogConfiguration(dataPath: file.path))
    }
    let error = #expect(throws: CatalogServerError.self) {
      try CatalogServer(CatalogConfiguration(version: "latest"))
    }
    #expect(error?.description == "latest is no version of OpenMetadata")
    let folder = #expect(throws: CatalogServerError.self) {
      try CatalogServer(CatalogConfiguration(dataPath: "/nowhere/at/all/catalog.db"))
    }
    #expect(folder?.description.contains("/nowhere/at/all/catalog.db") == true)
  }

  @Test("a write that fails half way leaves nothing of it")
  func halfWrites() throws {
    let store = try CatalogStore(path: ":memory:")
    #expect(throws: CatalogFault.self) {
      try store.write { (session) throws(CatalogFault) in
        try session.setSecret("a", of: "b", to: "c")
        throw CatalogFault.badRequest("no")
      }
    }
    let kept = try store.read { (session) throws(CatalogFault) in
      try session.secret("a", of: "b")
    }
    #expect(kept == nil)
  }

  @Test("writers and readers at the same time see whole states only")
  func concurrency() async throws {
    let catalog = try CatalogUnderTest()
    try catalog.model()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask {
          for round in 0..<10 {
            let reply = try catalog.model(["description": .string("\(index)-\(round)")])
            #expect(reply.status == 200)
          }
        }
        group.addTask {
          for _ in 0..<20 {
            let reply = try catalog.send("GET", "mlmodels?fields=*")
            #expect(reply["paging"]?["total"] == 1)
          }
        }
      }
      try await group.waitForAll()
    }
    let id = try #require(catalog.send("GET", "mlmodels/name/Models.Revenue")["id"]?.string)
    let versions = try catalog.send("GET", "mlmodels/\(id)/versions")["versions"]?.array?.count
    #expect(versions == 81)
  }
}
