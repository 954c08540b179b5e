import JSONDocuments
import Reconciler

/// A lock: a section for the project, and one for each environment that was locked.
struct LockDocument {
  /// The version of the form.
  static let schemaVersion: Int64 = 1

  private(set) var document: JSONObject

  /// An empty lock.
  init() {
    document = JSONObject(given: ["schemaVersion": .number(JSONNumber(Self.schemaVersion))])
  }

  /// Takes a document.
  init(_ document: JSONObject) {
    self.document = document
  }

  /// The way to the section of an environment; nil is the project without any.
  static func pointer(to environment: String?) -> [String] {
    environment.map { ["environments", $0] } ?? ["project"]
  }

  /// The section of an environment, or of the project; nil when there is none.
  ///
  /// - Throws: ``RecordShapeError`` when it is no object.
  func section(of environment: String?) throws(RecordShapeError) -> RecordedValue? {
    var value: RecordedValue? = RecordedValue(.object(document))
    for key in Self.pointer(to: environment) {
      _ = try value?.entries
      value = value?[key]
    }
    _ = try value?.entries
    return value
  }

  /// The names of the environments that have a section.
  var environments: [String] { document["environments"]?.object?.keys ?? [] }

  /// The lock with another section for an environment, or for the project.
  func replacing(_ section: LockSection, of environment: String?) -> LockDocument {
    var document = document
    document["schemaVersion"] = .number(JSONNumber(Self.schemaVersion))
    if let environment {
      var environments = document["environments"]?.object ?? JSONObject()
      environments[environment] = .object(section.document)
      document["environments"] = .object(environments)
    } else {
      document["project"] = .object(section.document)
    }
    return LockDocument(document)
  }

  /// The texts that the section of an environment acknowledges.
  ///
  /// - Throws: ``RecordShapeError`` for anything that `mlcatalog lock` would not have written.
  func acknowledged(in environment: String?) throws(RecordShapeError) -> AcknowledgedProse {
    var digests: [String: [String: String]] = [:]
    for (model, texts) in try section(of: environment)?.table("prose") ?? [] {
      for (path, entry) in try texts.entries {
        digests[model, default: [:]][path] = try entry.text("digest")
      }
    }
    return AcknowledgedProse(digests)
  }

  /// The text: a record on each line, keys sorted, a line end after it.
  var text: String { JSON.object(document).text(.lineByLine) + "\n" }
}
