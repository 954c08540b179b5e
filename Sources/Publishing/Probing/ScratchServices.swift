import HTTPClient
import JSONDocuments
import OpenMetadataAPI

/// Two services that a probe makes for itself, one of models and one of tables, and takes away.
struct ScratchServices {
  /// The name of both.
  static let name = "mlcatalog-probe-scratch-service"
  /// By which what an earlier probe left is known as ours.
  private static let mark = "Made by mlcatalog doctor --probe-server; it may be deleted."

  /// Why there are none.
  enum Problem: Error {
    /// Something of that name is somebody else's.
    case taken
    /// The server refused to make or to remove something, with its status.
    case refused(String, Int)
  }

  /// What is ours, by its collection; what was made last is removed first.
  private(set) var made: [(collection: String, id: String)] = []
  let client: OpenMetadataClient

  init(client: OpenMetadataClient) {
    self.client = client
  }

  private static let models = "mlmodelServices"
  private static let tables = "databaseServices"

  /// The id of the service of models.
  var modelService: String? { made.first { $0.collection == Self.models }?.id }

  /// Makes both, after removing what an earlier probe left.
  mutating func make() async throws(Problem) {
    for collection in [Self.models, Self.tables] { try await clear(collection) }
    try await make(
      Self.models,
      ["serviceType": "CustomMlModel", "connection": ["config": ["type": "CustomMlModel"]]])
    try await make(
      Self.tables, ["serviceType": "Postgres", "connection": ["config": ["type": "Postgres"]]])
  }

  private func clear(_ collection: String) async throws(Problem) {
    let found = await client.exchange(
      .get, ["services", collection, "name", Self.name], query: [("include", "all")])
    if found.status == 404 { return }
    guard found.status == 200, let id = found.document["id"]?.string else {
      throw .refused("reading \(collection)", found.status)
    }
    guard found.document["description"]?.string == Self.mark else { throw .taken }
    guard await remove(collection, id) else { throw .refused("deleting \(collection)", 0) }
  }

  private mutating func make(_ collection: String, _ more: JSON) async throws(Problem) {
    var body = more.object ?? JSONObject()
    body["name"] = .string(Self.name)
    body["description"] = .string(Self.mark)
    let answer = await client.exchange(.put, ["services", collection], body: .object(body))
    guard (200..<300).contains(answer.status), let id = answer.document["id"]?.string else {
      throw .refused("making one of \(collection)", answer.status)
    }
    made.append((collection, id))
  }

  /// Removes both with everything in them; false when something is left.
  func removeAll() async -> Bool {
    var isClean = true
    for (collection, id) in made.reversed() {
      let isGone = await remove(collection, id)
      isClean = isClean && isGone
    }
    return isClean
  }

  private func remove(_ collection: String, _ id: String) async -> Bool {
    for _ in 1...3 {
      let answer = await client.exchange(
        .delete, ["services", collection, id],
        query: [("recursive", "true"), ("hardDelete", "true")])
      if (200..<300).contains(answer.status) || answer.status == 404 { return true }
    }
    return false
  }
}
