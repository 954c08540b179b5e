import Foundation
import JSONDocuments
import JSONSchemas
import RegisteredModels
import TestSupport
import Testing

@testable import Publishing

/// A validator of JSON Schema that is not ours judges the same locks as our reader.
@Suite(
  "Schema and reader of the lock",
  .enabled(if: PythonEnvironment.tools != nil, "make setup installs it"))
struct LockSchemaTests {
  /// A lock that holds every key, and one that a run wrote.
  private static let samples = ["JSONSchemasTests/Cases", "EndToEndTests/Offline/Goldens"]

  private func sample(_ folder: String) throws -> JSON {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "\(folder)/lock.json")
    return try JSON(parsing: Array(Data(contentsOf: file)))
  }

  /// Whether the reader takes a lock, with all sections that `original` has.
  private func isRead(_ lock: JSON, like original: JSON) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "mlcatalog.lock").path
    try Data(lock.encoded(.compact)).write(to: URL(filePath: path))
    guard case .success(let document) = LockFile(path: path).content else { return false }
    let names = original["environments"]?.object?.keys ?? []
    do throws(RecordShapeError) {
      for name in [nil] + names.map(Optional.some) {
        guard let section = try document.section(of: name) else { continue }
        _ = try LockedCatalog(section)
        _ = try LockedRegistrations(section)
        _ = try document.acknowledged(in: name)
      }
      return true
    } catch {
      return false
    }
  }

  /// What the validator says of each lock; none for one that is valid.
  private func objections(_ locks: [JSON]) throws -> [[String]] {
    let python = try #require(PythonEnvironment.tools)
    let lines = locks.map { ["schema": "lock", "text": .string($0.text())] as JSON }
    return try python.answers(of: "validate.py", to: lines).map { answer in
      (answer.array ?? []).flatMap { ($0.array ?? []).compactMap(\.string) }
    }
  }

  @Test("what the reader takes is valid", arguments: samples)
  func valid(folder: String) throws {
    let lock = try sample(folder)
    #expect(try isRead(lock, like: lock))
    #expect(try objections([lock]) == [[]])
  }

  @Test(
    "a value of another kind, and a key that is missing, are refused where the reader refuses them",
    arguments: samples)
  func broken(folder: String) throws {
    let lock = try sample(folder)
    let locks = mutations(of: lock)
    #expect(locks.count > 100)
    var refusals = 0
    for (mutation, objections) in zip(locks, try objections(locks.map(\.lock))) {
      let isRead = try isRead(mutation.lock, like: lock)
      if !isRead { refusals += 1 }
      #expect(isRead == objections.isEmpty, "\(mutation.what): \(objections)")
    }
    #expect(refusals > locks.count / 3 && refusals < locks.count, "\(refusals)")
  }

  @Test(
    "words that stand for something else are refused by both",
    arguments: [
      ("\"dashboard\"", "\"notebook\""), ("\"loggedModel\"", "\"folder\""),
      ("\"trainingData\"", "\"weather\""), ("\"ready\"", "\"done\""),
      ("\"subject\":\"model\"", "\"subject\":\"moon\""), ("\"2.0.7\"", "\"new\""),
      ("\"schemaVersion\":1", "\"schemaVersion\":0"),
      ("\"schemaVersion\":1", "\"schemaVersion\":2"),
    ])
  func words(old: String, new: String) throws {
    let lock = try sample(Self.samples[0])
    let text = lock.text()
    let mutated = try JSON(parsing: text.replacing(old, with: new))
    #expect(mutated != lock)
    #expect(try !isRead(mutated, like: lock))
    #expect(try objections([mutated])[0].isEmpty == false)
  }

  @Test("every key of a lock is one that the schema knows", arguments: samples)
  func keys(folder: String) throws {
    let schema = EditorSchema.lock.document
    for path in Self.places(in: try sample(folder), below: []) {
      #expect(Self.isKnown(path[...], schema, root: schema), "\(path)")
    }
  }

  @Test("the registered versions of the sample are as `lock` writes them")
  func registrations() throws {
    let entries = try #require(try sample(Self.samples[0])["environments"]?["test"])
    for entry in entries["registrations"]?.object?.members ?? [] {
      let answer = try LockedVersion.answer(RecordedValue(entry.value))
      #expect(LockedVersion.document(answer) == entry.value, "\(entry.key)")
    }
  }

  // MARK: Places of a document

  /// The ways to all members and items, from the root.
  private static func places(in value: JSON, below path: [String]) -> [[String]] {
    let members =
      value.object?.members.map { ($0.key, $0.value) }
      ?? (value.array ?? []).enumerated().map { (String($0), $1) }
    return members.flatMap { key, inner in
      [path + [key]] + places(in: inner, below: path + [key])
    }
  }

  private static func isKnown(_ path: ArraySlice<String>, _ schema: JSON, root: JSON) -> Bool {
    if schema == true { return true }
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      return root["definitions"]?[String(name)].map { isKnown(path, $0, root: root) } ?? false
    }
    guard let key = path.first else { return true }
    let inner = [
      schema["properties"]?[key],
      schema["additionalProperties"].flatMap { $0.object == nil ? nil : $0 },
      Int(key) == nil ? nil : schema["items"],
    ].compactMap(\.self)
    if inner.contains(where: { isKnown(path.dropFirst(), $0, root: root) }) { return true }
    return (schema["anyOf"]?.array ?? []).contains { isKnown(path, $0, root: root) }
  }

  /// The document with each of its values replaced by one of another kind, and with each left out.
  private func mutations(of document: JSON) -> [(what: String, lock: JSON)] {
    Self.places(in: document, below: []).flatMap { path -> [(what: String, lock: JSON)] in
      // What a custom property is configured with is not ours.
      if path.contains("config") { return [] }
      let name = path.joined(separator: "/")
      let others: [JSON] = ["text", 7, true, [], .object(JSONObject()), .null]
      let value = Self.value(at: path[...], in: document)
      let replaced = others.filter { !Self.isSameKind($0, value) }.map { other in
        ("\(name) = \(other.text())", Self.replacing(path[...], in: document, by: other))
      }
      return replaced + [("no \(name)", Self.replacing(path[...], in: document, by: nil))]
    }
  }

  private static func isSameKind(_ left: JSON, _ right: JSON?) -> Bool {
    switch (left, right) {
    case (.string, .string?), (.number, .number?), (.bool, .bool?), (.array, .array?),
      (.object, .object?), (.null, .null?):
      true
    default: false
    }
  }

  private static func value(at path: ArraySlice<String>, in document: JSON) -> JSON? {
    guard let key = path.first else { return document }
    let inner = document[key] ?? Int(key).flatMap { document.array?[$0] }
    return inner.flatMap { value(at: path.dropFirst(), in: $0) }
  }

  private static func replacing(
    _ path: ArraySlice<String>, in document: JSON, by value: JSON?
  ) -> JSON {
    guard let key = path.first else { return value ?? .null }
    let inner = { (old: JSON) in
      path.count == 1 ? value : replacing(path.dropFirst(), in: old, by: value)
    }
    if var items = document.array, let index = Int(key) {
      if let new = inner(items[index]) { items[index] = new } else { items.remove(at: index) }
      return .array(items)
    }
    guard var object = document.object, let old = object[key] else { return document }
    object[key] = inner(old)
    return .object(object)
  }
}
