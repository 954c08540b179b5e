public import JSONDocuments

/// A job, which MLflow calls a run.
public struct Job: Sendable, Hashable {
  /// The resource; its name is the run's id.
  public let resource: Resource

  /// Reads a document.
  public init?(_ document: JSON) {
    guard let resource = Resource(document) else { return nil }
    self.resource = resource
  }

  /// Its name for people.
  public var displayName: String? { resource["displayName"]?.string }
  /// `Completed`, `Failed`, `Canceled`, `Running`, and what comes before them.
  public var status: String { resource["status"]?.string ?? "Unknown" }
  /// Its page in the studio.
  public var studioURL: String? { resource["services"]?["Studio"]?["endpoint"]?.string }

  /// The data that it was given: the input's name, its kind such as `mltable`, and its URI.
  public var dataInputs: [(name: String, kind: String, uri: String)] {
    (resource["inputs"]?.object?.members ?? []).compactMap { member in
      guard let kind = member.value["jobInputType"]?.string, Job.dataKinds.contains(kind),
        let uri = member.value["uri"]?.string
      else { return nil }
      return (member.key, kind, uri)
    }
  }

  private static let dataKinds = ["uri_file", "uri_folder", "mltable"]
}
