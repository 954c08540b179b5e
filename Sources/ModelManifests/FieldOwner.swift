/// Who wins where a manifest and the catalog differ (`ownership:`).
public enum FieldOwner: String, Sendable, Hashable, CaseIterable {
  /// The file wins.
  case manifest
  /// Edits made in the catalog are kept.
  case catalog
}
