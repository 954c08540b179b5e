import AzureResourceManager
import MLflowAPI
import RegisteredModels

/// What was read of a version, in Azure's own shapes.
struct AzureMLFindings: Sendable {
  /// Data that a job was given or that the version names.
  struct DataInput: Sendable {
    /// The name of the asset with its version, else of the job's input.
    var name: String
    /// Such as `mltable`.
    var type: String
    /// Where it is.
    var location: String?
    /// Where this is recorded.
    var origin: String
  }

  /// The address that serves a version.
  struct Server: Sendable, Hashable {
    var uri: String
    var origin: String
  }

  let reference: RegistryReference
  let version: AzureResourceManager.ModelVersion
  /// The model without its versions.
  var model: Resource?
  var job: Job?
  var run: Run?
  var inputs: [DataInput] = []
  var server: Server?
  var gaps: [RegistryGap] = []

  init(_ reference: RegistryReference, _ version: AzureResourceManager.ModelVersion) {
    self.reference = reference
    self.version = version
  }
}
