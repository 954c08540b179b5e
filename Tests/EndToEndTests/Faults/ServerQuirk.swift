import EmbeddedCatalog

/// Something that a server does otherwise than one would think.
enum ServerQuirk: String, CaseIterable, Sendable {
  case guards = "fields guarded from bots"
  case columns = "columns dropped"
  case nested = "nested changes lost"
  case entityTags = "strong ETags never fit"
  case edges = "edges redrawn on update"
  case deletion = "deleted meanwhile"
  case staleForAWhile = "stale reads for a while"
  case staleForever = "stale reads"
  case foreignField = "foreign write to another field"
  case foreignText = "foreign write to our text"
  case folded = "versions folded"
  case denied = "one field denied"

  /// The faults of the embedded catalog that make it so.
  func rules(in scenario: PublishScenario) -> [String] {
    switch self {
    case .guards: [#"{"fault": "guardFields"}"#]
    case .columns: [#"{"fault": "dropColumns"}"#]
    case .nested: [#"{"fault": "dropNestedChanges", "always": true}"#]
    case .entityTags: [#"{"fault": "strongEntityTagMismatch"}"#]
    case .edges: [#"{"fault": "redrawEdges"}"#]
    case .deletion:
      [
        #"{"match": \#(Self.writing(scenario)), "times": 1, "fault": "foreignDelete", \#(Self.model)}"#
      ]
    case .staleForAWhile: Self.stale(#""nth": 2, "times": 2"#)
    case .staleForever: Self.stale(#""nth": 1"#)
    case .foreignField: [Self.foreign(scenario, "displayName")]
    case .foreignText: [Self.foreign(scenario, "description")]
    case .folded: [#"{"fault": "foldVersions"}"#]
    case .denied: [#"{"fault": "denyField", "field": "algorithm"}"#]
    }
  }

  private static let model = #""type": "mlmodel", "name": "\#(SampleCatalog.model)""#

  /// The first write after which, or before which, the model is there.
  private static func writing(_ scenario: PublishScenario) -> String {
    scenario == .create
      ? #"{"method": "PUT", "path": "/api/v1/lineage"}"# : #"{"method": "PATCH"}"#
  }

  /// A request before which the model is there, and after which it is read back.
  private static func beforeReadBack(_ scenario: PublishScenario) -> String {
    scenario == .create
      ? #"{"method": "GET", "path": "/api/v1/mlmodels/**"}, "nth": 2"# : writing(scenario)
  }

  private static func stale(_ when: String) -> [String] {
    ["mlmodels", "lineage"].map { collection in
      #"{"match": {"method": "GET", "path": "/api/v1/\#(collection)/**"}, \#(when), "fault": "staleRead"}"#
    }
  }

  private static func foreign(_ scenario: PublishScenario, _ member: String) -> String {
    """
    {"match": \(beforeReadBack(scenario)), "times": 1, "fault": "foreignWrite", \(model),
     "patch": [{"op": "add", "path": "/\(member)", "value": "Theirs"}]}
    """
  }

  /// The file of faults for several at once.
  static func faults(_ quirks: [ServerQuirk], in scenario: PublishScenario) throws -> FaultFile {
    let rules = quirks.flatMap { $0.rules(in: scenario) }
    return try FaultFile(parsing: Array("[\(rules.joined(separator: ",\n"))]".utf8))
  }
}
