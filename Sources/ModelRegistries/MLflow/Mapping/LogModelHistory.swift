import JSONDocuments

/// The run's tag `mlflow.log-model.history`, which MLflow wrote up to line 2 for each model that
/// the run logged; early clients put the signature into it.
struct LogModelHistory {
  /// The key of the tag.
  static let key = "mlflow.log-model.history"

  /// The names of the flavours, sorted.
  let flavors: [String]
  /// The signature's inputs, a JSON text.
  let inputs: String?
  /// The signature's outputs, a JSON text.
  let outputs: String?

  /// Finds the entry of a version; nil when none or several could be meant.
  init?(_ tag: String?, source: String?) {
    guard let tag, let entries = (try? JSON(parsing: tag))?.array else { return nil }
    let own = entries.filter { entry in
      guard let path = entry["artifact_path"]?.string, let source else { return false }
      return source.hasSuffix("/" + path)
    }
    // Logged twice to one path, the last is what lies there.
    guard let entry = own.last ?? (entries.count == 1 ? entries[0] : nil) else { return nil }
    flavors = entry["flavors"]?.object?.keys.sorted() ?? []
    inputs = LogModelHistory.text(entry["signature"]?["inputs"])
    outputs = LogModelHistory.text(entry["signature"]?["outputs"])
  }

  /// Clients wrote JSON as a text or as it is.
  private static func text(_ value: JSON?) -> String? {
    guard let value, !value.isNull else { return nil }
    return value.string ?? value.text()
  }
}
