import MLflowAPI
import RegisteredModels

/// Signature and target.
extension VersionMapping {
  private struct Texts {
    let inputs: String?
    let outputs: String?
    let origin: String
  }

  /// Adds the signature of the `MLmodel` file, else that of the run's history, and the target.
  func addSignature(to registered: inout RegisteredVersion) {
    switch material.file {
    case .success(let file):
      read(
        Texts(
          inputs: file.inputs, outputs: file.outputs,
          origin: "\(registered.origin)#MLmodel.signature"), into: &registered)
    case .failure(let gap):
      if let run = material.foundRun, let history = history(run), history.inputs != nil {
        let place = "\(MLflowOrigin.run(run.id))#tags.\(LogModelHistory.key)"
        read(
          Texts(inputs: history.inputs, outputs: history.outputs, origin: place),
          into: &registered)
      } else {
        registered.gaps.append(
          RegistryGap(.signature, "the MLmodel file cannot be read: \(gap.reason)"))
      }
    }
    if registered.storage == nil {
      registered.gaps.append(RegistryGap(.storage, "the registry does not say where the model is"))
    }
  }

  private func read(_ texts: Texts, into registered: inout RegisteredVersion) {
    guard texts.inputs != nil || texts.outputs != nil else { return }
    guard let inputs = SignatureColumns.columns(texts.inputs ?? "[]"),
      let outputs = SignatureColumns.columns(texts.outputs ?? "[]")
    else {
      registered.gaps.append(
        RegistryGap(.signature, "the signature is not of the form that MLflow gives it"))
      return
    }
    registered.signature = ModelSignature(
      inputs: inputs, outputs: outputs, origin: "\(texts.origin).inputs")
    let names = outputs.compactMap(\.name)
    if names.count == 1 {
      registered.target = Sourced(names[0], from: "\(texts.origin).outputs")
    }
  }
}
