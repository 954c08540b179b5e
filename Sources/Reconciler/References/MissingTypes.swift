public import Diagnostics
import ModelManifests
public import OpenMetadataEntities

/// Finds sources that do not say the type of their column, where the catalog knows it.
public enum MissingTypes {
  /// The findings of all models; each can be mended.
  public static func findings(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot
  ) -> [Diagnostic] {
    let names = CatalogNames(snapshot.capabilities.quoting)
    return desired.flatMap { model in
      (model.manifest.mlFeatures.value ?? []).flatMap { feature in
        (feature.featureSources.value ?? []).compactMap { source in
          finding(source, of: feature, model.manifest, names, snapshot)
        }
      }
    }
  }

  private static func finding(
    _ source: FeatureSourceManifest, of feature: FeatureManifest, _ manifest: ModelManifest,
    _ names: CatalogNames, _ snapshot: CatalogSnapshot
  ) -> Diagnostic? {
    guard case .absent = source.dataType,
      let table = source.dataSourceFqn.value.flatMap({ snapshot.tables[names.normalised($0)] }),
      let found = table.entity,
      let column = ColumnCheck(source: source, feature: feature, table: found).column,
      let type = ColumnType.sourceType(of: column)?.rawValue
    else { return nil }
    let path = FieldPath.mlFeatures.element(feature.name.value).member("featureSources")
      .element(source.key).member("dataType")
    return Diagnostic(
      .sourceWithoutType, "the column `\(column.name)` is \(column.dataType), and no type is given",
      hint: "add `dataType: \(type)`", at: source.name.range,
      fix: .add(key: "dataType", value: type, beside: source.name.value),
      fieldPath: path.description, model: manifest.findingsKey)
  }
}
