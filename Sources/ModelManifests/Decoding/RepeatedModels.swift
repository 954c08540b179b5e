public import Diagnostics
import FullyQualifiedNames

/// Finds models that are described twice.
public enum RepeatedModels {
  /// The models, each once; a later one of the same service and name gives an error on its name,
  /// which blocks both.
  public static func removed(
    from models: [ModelManifest], diagnostics: inout DiagnosticList
  ) -> [ModelManifest] {
    var places: [FullyQualifiedName: SourceRange] = [:]
    return models.filter { model in
      let name = model.fullyQualifiedName
      guard let first = places[name] else {
        places[name] = model.name.range
        return true
      }
      diagnostics.append(
        Diagnostic(
          .repeatedModel, "the model `\(model.findingsKey)` is described twice",
          hint: "remove one of the descriptions, or rename a model", at: model.name.range,
          notes: [Diagnostic.Note("it is first described here", at: first)], fieldPath: "name",
          model: model.findingsKey))
      return false
    }
  }
}
