public import JSONDocuments
import ModelManifests

/// The JSON Schemas (draft 7) of the files that people and programs exchange with this one.
public enum EditorSchema: String, Sendable, CaseIterable {
  /// A document of `ml_model.yaml`.
  case manifest
  /// `mlcatalog.yaml`.
  case config
  /// The report of `--format json`.
  case report
  /// `mlcatalog.lock`.
  case lock

  /// The file's name under `schema/`.
  public var fileName: String { "\(rawValue).schema.json" }

  /// The schema as a file's text.
  public var text: String { document.text(.init(isIndented: true)) + "\n" }

  /// The schema.
  public var document: JSON {
    let body: JSONObject
    switch self {
    case .manifest: body = FieldSchema.record(ManifestFields.model)
    case .config: body = FieldSchema.record(ManifestFields.projectConfig)
    case .report: body = ReportSchema.body
    case .lock: body = LockSchema.body
    }
    var schema = JSONObject()
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    schema["$id"] = .string("urn:mlcatalog:schema:\(rawValue)")
    schema["title"] = .string(title)
    schema["description"] = .string(summary)
    for member in body.members { schema[member.key] = member.value }
    return .object(schema)
  }

  private var title: String {
    switch self {
    case .manifest: "mlcatalog manifest"
    case .config: "mlcatalog project config"
    case .report: "mlcatalog report"
    case .lock: "mlcatalog lock"
    }
  }

  private var summary: String {
    switch self {
    case .manifest: "An ML model as an OpenMetadata catalog shall show it (ml_model.yaml)"
    case .config: "What is the same for all manifests of a project (mlcatalog.yaml)"
    case .report: "What a run of mlcatalog found and did, schema version 1"
    case .lock:
      "What catalog and registries know of what manifests name, as `mlcatalog lock` writes it down"
    }
  }
}
