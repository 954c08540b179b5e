import Foundation
import Glibc
import JSONDocuments
import Testing

@Suite("serve", .timeLimit(.minutes(2)))
struct ServeTests {
  @Test("the ready file holds the base URL once the catalog answers there")
  func readyFile() async throws {
    let catalog = try ServedCatalog()
    #expect(catalog.url.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+/) != nil)
    let version = try await catalog.get("/v1/system/version", token: "")
    #expect(version.document["version"] == "1.5.10")
    #expect(try FileManager.default.contentsOfDirectory(atPath: catalog.folder).contains("ready"))
  }

  @Test(
    "a signal ends it with status 0, and nobody listens any more", arguments: [SIGTERM, SIGINT])
  func signals(signal: Int32) async throws {
    let catalog = try ServedCatalog()
    #expect(catalog.stop(signal).status == 0)
    await #expect(throws: (any Error).self) {
      try await catalog.get("/v1/system/version", token: "")
    }
  }

  @Test("its first line says where it is and how to log in")
  func announcement() throws {
    let catalog = try ServedCatalog("--om-version", "1.9.4")
    let outcome = catalog.stop()
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        catalog at \(catalog.url), answering as OpenMetadata 1.9.4; \
        user admin@open-metadata.org, password of a new data file: 'admin'

        """)
  }

  @Test("a password that was chosen is not printed")
  func chosenPassword() throws {
    let catalog = try ServedCatalog("--admin-password", "hunter2")
    #expect(try catalog.token("--admin-password", "hunter2").split(separator: ".").count == 3)
    #expect(!catalog.stop().errors.contains("hunter2"))
  }

  @Test("users and tokens live in the data file and survive a restart")
  func restart() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/restart-\(UUID().uuidString)"
    let first = try ServedCatalog(in: folder)
    let token = try first.token()
    #expect(first.stop().status == 0)
    let second = try ServedCatalog(in: folder)
    let user = try await second.get("/v1/users/loggedInUser", token: token)
    #expect(user.document["name"] == "publisher")
    #expect(try second.token() == token)
  }

  @Test("a version that is none is an error of the command line")
  func version() throws {
    let outcome = try PlaygroundProcess.run("serve", "--port", "0", "--om-version", "garbage")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("garbage is no version of OpenMetadata"))
  }

  @Test(
    "a version that it does not know is answered like the nearest one, and said so",
    arguments: [("1.4.0", "1.5"), ("3.0.0", "2.0")])
  func unknownVersion(version: String, nearest: String) async throws {
    let catalog = try ServedCatalog("--om-version", version)
    let answer = try await catalog.get("/v1/system/version", token: "")
    #expect(answer.document["version"] == .string(version))
    let errors = catalog.stop().errors
    #expect(
      errors.contains(
        "warning: OpenMetadata \(version) is not one of the lines that it knows, 1.5 to 2.0; "
          + "it answers under that name as \(nearest) does"), "\(errors)")
  }

  @Test("a taken port is said, with a way out")
  func takenPort() throws {
    let catalog = try ServedCatalog()
    let port = String(catalog.url.split(separator: ":").last ?? "")
    let outcome = try PlaygroundProcess.run("serve", "--port", port)
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("port \(port) of 127.0.0.1"))
    #expect(outcome.errors.contains("'--port 0' takes a free port"))
  }

  @Test(
    "an address that others can reach is refused unless it is asked for",
    arguments: ["0.0.0.0", "192.0.2.1"])
  func remote(host: String) throws {
    let outcome = try PlaygroundProcess.run("serve", "--port", "0", "--host", host)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--allow-remote"))
  }

  @Test("a ready file that cannot be written ends it")
  func unwritableReadyFile() throws {
    let outcome = try PlaygroundProcess.run("serve", "--port", "0", "--ready-file", "/nowhere/r")
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("cannot write '/nowhere/r': No such file or directory"))
  }

  @Test("a data file that cannot be used ends it")
  func unusableData() throws {
    let outcome = try PlaygroundProcess.run("serve", "--port", "0", "--data", "/nowhere/data")
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("the catalog does not start"))
  }
}
