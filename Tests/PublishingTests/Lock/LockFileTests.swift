import Diagnostics
import OpenMetadataEntities
import Testing

@testable import Publishing

@Suite("The lock as a file")
struct LockFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func lock(_ text: String) throws -> LockFile {
    try folder.write(LockFile.name, text)
    return LockFile(besideConfig: "\(folder.path)/mlcatalog.yaml")
  }

  private func failure(_ text: String) throws -> Failure {
    let lock = try lock(text)
    switch lock.content {
    case .failure(let failure): return failure
    case .success(let document):
      let error = #expect(throws: RecordShapeError.self) {
        let section = try #require(try document.section(of: nil))
        _ = try LockedCatalog(section)
        _ = try LockedRegistrations(section)
        _ = try document.acknowledged(in: nil)
      }
      return lock.failure(try #require(error))
    }
  }

  @Test(
    "what is no JSON, or of another form, is told at its place and ends with 65",
    arguments: [
      ("{\n  \"schemaVersion\": 1,\n", 3, 1, "no JSON"),
      ("{\"schemaVersion\": 1, \"schemaVersion\": 1}", 1, 22, "duplicate key"),
      ("[]", 1, 1, "no JSON object"),
      ("{}", 1, 1, "lacks its `schemaVersion`"),
      ("{\"schemaVersion\": \"1\"}", 1, 19, "`schemaVersion` is no version of a lock"),
      ("{\"schemaVersion\": 1.5}", 1, 19, "a whole number from 1 on"),
      ("{\"schemaVersion\": 0}", 1, 19, "`schemaVersion` is no version of a lock"),
      ("{\"schemaVersion\": 1, \"project\": []}", 1, 33, "`project` is no object"),
      ("{\"schemaVersion\": 1,\n \"project\": {}}", 2, 13, "`project` lacks `openMetadata`"),
      (
        "{\"schemaVersion\": 1, \"project\": {\"openMetadata\": \"new\"}}", 1, 50,
        "`openMetadata` is no version"
      ),
      (
        "{\"schemaVersion\": 1, \"project\": {\"openMetadata\": \"1.5.10\",\n\"tables\": {\"é\": {\"id\": 7}}}}",
        2, 24, "`id` is no text"
      ),
      (
        "{\"schemaVersion\": 1, \"project\": {\"openMetadata\": \"1.5.10\",\n\"registrations\": {\"mlflow:m\": {}}}}",
        2, 31, "lacks `address`"
      ),
      (
        "{\"schemaVersion\": 1, \"project\": {\"openMetadata\": \"1.5.10\",\n\"prose\": {\"m\": {\"description\": {\"digest\": 1}}}}}",
        2, 43, "`digest` is no text"
      ),
    ])
  func unreadable(text: String, line: Int, column: Int, message: String) throws {
    let failure = try failure(text)
    #expect(failure.status == .unreadableInput)
    #expect(failure.diagnostic.code == .unreadableLock)
    #expect(failure.diagnostic.message.contains(message), "\(failure.diagnostic.message)")
    #expect(failure.diagnostic.range?.start == Position(line: line, column: column))
    #expect(failure.diagnostic.range?.path == "\(folder.path)/mlcatalog.lock")
  }

  @Test("a folder in the place of the lock is told with what to do")
  func folderInItsPlace() throws {
    try folder.write("mlcatalog.lock/a", "")
    guard case .failure(let failure) = LockFile(besideConfig: folder.path + "/c.yaml").content
    else {
      Issue.record("the lock was read")
      return
    }
    #expect(failure.diagnostic.code == .unreadableLock)
    #expect(failure.diagnostic.message.hasSuffix("mlcatalog.lock: Is a directory"))
    #expect(failure.diagnostic.hint?.hasPrefix("see to the path") == true)
  }

  @Test("a lock of a later version says so")
  func newer() throws {
    let failure = try failure("{\n  \"schemaVersion\": 2\n}\n")
    #expect(failure.diagnostic.code == .newerLock)
    #expect(failure.status == .unreadableInput)
    #expect(failure.diagnostic.range?.start == Position(line: 2, column: 20))
  }

  private static let unmerged = """
    {
    <<<<<<< HEAD
      "project": {"openMetadata": "1.5.10"},
    ||||||| base
      "project": {"openMetadata": "1.5.9"},
    =======
      "project": {"openMetadata": "1.5.11"},
    >>>>>>> feature
      "schemaVersion": 1
    }

    """

  @Test("both sides of a merge are told as such, and one of them can be read")
  func unmergedSides() throws {
    let failure = try failure(Self.unmerged)
    #expect(failure.diagnostic.code == .unmergedLock)
    #expect(failure.status == .unreadableInput)
    #expect(failure.diagnostic.range?.start == Position(line: 2, column: 1))
    let source = try #require(try lock(Self.unmerged).source)
    let side = try #require(UnmergedText(source).side)
    let ours = try #require(try side.section(of: nil))
    #expect(try LockedCatalog(ours).version.text == "1.5.10")
    let broken = Self.unmerged.replacing("\"1.5.10\"}", with: "\"1.5.10\"")
    let brokenSource = try #require(try lock(broken).source)
    let theirs = try #require(UnmergedText(brokenSource).side)
    let section = try #require(try theirs.section(of: nil))
    #expect(try LockedCatalog(section).version.text == "1.5.11")
  }

  @Test("a file that is not there is an empty lock, a folder none that can be read")
  func absent() throws {
    let lock = LockFile(besideConfig: "\(folder.path)/mlcatalog.yaml")
    #expect(lock.source == nil)
    #expect(try lock.content.get().environments.isEmpty)
    let other = LockFile(path: folder.path)
    #expect(throws: Failure.self) { try other.content.get() }
  }

  @Test("it lies beside the project config, else in the working directory")
  func places() {
    #expect(LockFile(besideConfig: nil).path == "mlcatalog.lock")
    #expect(LockFile(besideConfig: "mlcatalog.yaml").path == "mlcatalog.lock")
    #expect(LockFile(besideConfig: "../mlcatalog.yaml").path == "../mlcatalog.lock")
  }
}
