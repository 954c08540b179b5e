/// Where everything stands in the picture: tables on the left, the model on the right.
///
/// Features stand in the order of the columns they come from, and each table beside its features,
/// so that most lines run level, however many there are.
struct LineageLayout: Sendable {
  /// A table with its columns, or the model with its features.
  struct Box: Sendable, Hashable {
    let top: Double
    /// The rows by their number in the source or model, from the top.
    let rows: [Int]

    var height: Double { LineageLayout.head + Double(rows.count) * LineageLayout.row }

    /// The middle of a row; of the head for none.
    func middle(of row: Int?) -> Double {
      guard let row, let place = rows.firstIndex(of: row) else {
        return top + LineageLayout.head / 2
      }
      return top + LineageLayout.head + (Double(place) + 0.5) * LineageLayout.row
    }
  }

  static let width = 1040.0
  static let boxWidth = 400.0
  static let head = 46.0
  static let row = 28.0
  static let gap = 18.0
  private static let margin = 2.0

  let sources: [Box]
  let model: Box
  let height: Double

  init(_ lineage: FeatureLineage) {
    let order = Self.featureOrder(lineage)
    let columns = Self.columnOrder(lineage, order)
    let leftHeight =
      columns.reduce(0) { $0 + Self.head + Double($1.count) * Self.row + Self.gap } - Self.gap
    let rightHeight = Self.head + Double(order.count) * Self.row
    let model = Box(top: Self.margin + max(0, (leftHeight - rightHeight) / 2), rows: order)
    sources = Self.stack(columns, beside: model, lineage)
    self.model = model
    let bottoms = (sources + [model]).map { $0.top + $0.height }
    height = (bottoms.max() ?? 0) + Self.margin
  }

  /// Features by the first place they come from, those from nowhere last.
  private static func featureOrder(_ lineage: FeatureLineage) -> [Int] {
    var keys = [[Int]](repeating: [Int.max], count: lineage.features.count)
    for flow in lineage.flows {
      guard let feature = flow.feature else { continue }
      let key = [flow.source, flow.column ?? -1]
      if key.lexicographicallyPrecedes(keys[feature]) { keys[feature] = key }
    }
    return keys.indices.sorted { (keys[$0] + [$0]).lexicographicallyPrecedes(keys[$1] + [$1]) }
  }

  /// The columns of each source in the order of their first features.
  private static func columnOrder(_ lineage: FeatureLineage, _ features: [Int]) -> [[Int]] {
    var places = [Int](repeating: 0, count: features.count)
    for (place, feature) in features.enumerated() { places[feature] = place }
    var first = lineage.sources.map { [Int](repeating: .max, count: $0.columns.count) }
    for flow in lineage.flows {
      guard let column = flow.column, let feature = flow.feature else { continue }
      first[flow.source][column] = min(first[flow.source][column], places[feature])
    }
    return first.map { columns in columns.indices.sorted { (columns[$0], $0) < (columns[$1], $1) } }
  }

  /// Each source as near to the middle of its features as those above it allow.
  private static func stack(_ columns: [[Int]], beside model: Box, _ lineage: FeatureLineage)
    -> [Box]
  {
    var middles = columns.map { _ in (sum: 0.0, count: 0.0) }
    var places: [Int: Double] = [:]
    for (place, feature) in model.rows.enumerated() {
      places[feature] = model.top + head + (Double(place) + 0.5) * row
    }
    for flow in lineage.flows {
      let middle = flow.feature.flatMap { places[$0] } ?? model.top + head / 2
      middles[flow.source].sum += middle
      middles[flow.source].count += 1
    }
    var rest =
      columns.reduce(0) { $0 + head + Double($1.count) * row + gap } - gap
    var top = margin
    return columns.enumerated().map { number, rows in
      let height = head + Double(rows.count) * row
      let wanted = middles[number].sum / max(middles[number].count, 1) - height / 2
      // What follows must still fit beside the model.
      let lowest = max(top, model.top + model.height - rest)
      let box = Box(top: min(max(top, wanted), lowest), rows: rows)
      top = box.top + height + gap
      rest -= height + gap
      return box
    }
  }
}
