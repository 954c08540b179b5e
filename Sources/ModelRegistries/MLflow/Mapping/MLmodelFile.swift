import Diagnostics
import YAMLSource

/// What the `MLmodel` file of a model says.
///
/// Its signature is JSON inside of YAML scalars; everything else is read as text.
struct MLmodelFile: Hashable, Sendable {
  /// One flavour: a library that can load the model.
  struct Flavor: Hashable, Sendable {
    let name: String
    /// The class of the model in that library.
    let modelClass: String?
    /// The Python module that loads it.
    let loaderModule: String?
  }

  /// The flavours in the order of the file.
  let flavors: [Flavor]
  /// The signature's inputs, a JSON text.
  let inputs: String?
  /// The signature's outputs, a JSON text.
  let outputs: String?
  /// Where the file was written to: a URI since MLflow 3, before that a path in the run.
  let artifactPath: String?

  /// Reads the file.
  ///
  /// - Throws: ``MLmodelGap`` when it is no YAML mapping.
  init(_ bytes: [UInt8]) throws(MLmodelGap) {
    var diagnostics = DiagnosticList()
    let file = SourceFile(path: "MLmodel", bytes: bytes)
    let root = YAMLParser.documents(in: file, diagnostics: &diagnostics).first?.root
    guard let root, case .mapping = root.content else {
      throw MLmodelGap("the MLmodel file is no YAML mapping")
    }
    artifactPath = root["artifact_path"]?.text
    let signature = root["signature"]
    inputs = signature?["inputs"]?.text
    outputs = signature?["outputs"]?.text
    flavors = (root["flavors"]?.entries ?? []).compactMap { entry in
      entry.keyText.map { name in
        Flavor(
          name: name, modelClass: entry.value["model_class"]?.text,
          loaderModule: entry.value["loader_module"]?.text)
      }
    }
  }

  /// The class of the model as a library names it, else the library, else the loading module.
  var algorithm: (value: String, path: String)? {
    for flavor in flavors {
      if let name = flavor.modelClass {
        return (name, "MLmodel.flavors.\(flavor.name).model_class")
      }
    }
    if let flavor = flavors.first(where: { $0.name != "python_function" }) {
      return (flavor.name, "MLmodel.flavors")
    }
    return flavors.first?.loaderModule.map { ($0, "MLmodel.flavors.python_function.loader_module") }
  }
}

extension YAMLNode {
  /// The entries of a mapping.
  fileprivate var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key.
  fileprivate subscript(key: String) -> YAMLNode? {
    entries?.first { $0.keyText == key }?.value
  }

  /// The text of a scalar that is not null and not empty.
  fileprivate var text: String? {
    guard case .scalar(let scalar) = content, !scalar.isNull, !scalar.text.isEmpty else {
      return nil
    }
    return scalar.text
  }
}
