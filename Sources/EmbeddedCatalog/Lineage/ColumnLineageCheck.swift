/// What happens to pairs of columns that name no column or feature.
enum ColumnLineageCheck: Sendable {
  /// Compared as they stand; 400.
  case exact
  /// A feature's or column's bare name passes too; 400.
  case acceptsBareNames
  /// Left out, the rest is stored.
  case drops
}
