import Diagnostics
import JSONDocuments
import ModelManifests
import RegisteredModels

/// How a lock writes and reads runs and what they recorded.
enum LockedRun {
  static func document(_ run: RegistryRun) -> JSON {
    .object(
      JSONObject(given: [
        "id": .string(run.id), "status": .string(text(run.status)), "origin": .string(run.origin),
        "url": run.url.map { .string($0) }, "isDeleted": run.isDeleted ? true : nil,
      ]))
  }

  static func run(_ entry: RecordedValue) throws(RecordShapeError) -> RegistryRun {
    var run = RegistryRun(
      id: try entry.text("id"), status: status(try entry.text("status")),
      isDeleted: try entry.flag("isDeleted"), origin: try entry.text("origin"))
    run.url = try entry.optionalText("url")
    return run
  }

  /// A parameter; one with a secret's name without its value.
  static func document(_ parameter: RegistryParameter) -> JSON {
    guard PublishedSecret(in: parameter.value.value, named: parameter.name) != nil else {
      return document(parameter.name, parameter.value)
    }
    return document(parameter.name, Sourced(SecretText.mark, from: parameter.value.origin))
  }

  /// A parameter or a metric as it is.
  static func document(_ name: String, _ value: Sourced<String>) -> JSON {
    ["name": .string(name), "value": .string(value.value), "origin": .string(value.origin)]
  }

  private static func text(_ status: RegistryRun.Status) -> String {
    switch status {
    case .running: "running"
    case .finished: "finished"
    case .failed: "failed"
    case .killed: "killed"
    case .other(let word): word
    }
  }

  private static func status(_ text: String) -> RegistryRun.Status {
    switch text {
    case "running": .running
    case "finished": .finished
    case "failed": .failed
    case "killed": .killed
    default: .other(text)
    }
  }
}
