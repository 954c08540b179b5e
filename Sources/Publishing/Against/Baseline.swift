public import Diagnostics
import Reconciler

/// The files of a project at the commit that a pull request started from.
public struct Baseline: Sendable {
  /// The commit that the user named, as it was named.
  public let reference: String
  /// The hash of that commit.
  public let commit: String
  /// The hash of the commit where the histories part, with which is compared.
  public let mergeBase: String
  /// The files as they were: the project config, when there was one, and the manifests.
  public let files: [SourceFile]
  /// What they described.
  let state: ManifestState
  /// The paths of files of now that cannot be compared.
  let notCompared: Set<String>
  /// The lines that are not as they were.
  let changedLines: ChangedLines
  /// What is to be said about reading them.
  let findings: [Diagnostic]
}
