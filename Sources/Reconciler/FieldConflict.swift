public import JSONDocuments
public import ModelManifests

/// A leaf that the file and somebody in the catalog both changed.
public struct FieldConflict: Sendable, Equatable {
  /// The leaf.
  public var path: FieldPath
  /// The value in the catalog, which stays.
  public var catalog: JSON?
  /// The value in the manifest.
  public var manifest: JSON?
  /// Who changed the catalog's and when.
  public var edit: Edit

  /// Makes a conflict.
  public init(path: FieldPath, catalog: JSON?, manifest: JSON?, edit: Edit) {
    self.path = path
    self.catalog = catalog
    self.manifest = manifest
    self.edit = edit
  }
}
