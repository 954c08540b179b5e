import JSONDocuments

/// Whether the pairs of an edge name columns of its source and features or columns of its target.
struct ColumnLineageRules {
  private let check: ColumnLineageCheck
  private let dropsAll: Bool
  private let source: EntityRow
  private let target: EntityRow

  init(_ context: CatalogContext, _ source: EntityRow, _ target: EntityRow) {
    check = context.deviation.dropsInvalidColumns ? .drops : context.line.columnLineageCheck
    dropsAll = context.deviation.dropsColumns
    self.source = source
    self.target = target
  }

  /// The pairs that are stored.
  ///
  /// - Throws: 400 where the line refuses what it does not know.
  func checked(_ pairs: [JSON]) throws(CatalogFault) -> [JSON] {
    if dropsAll { return [] }
    guard let sources = names(of: source), let targets = names(of: target) else { return pairs }
    var stored: [JSON] = []
    for pair in pairs {
      guard case .object(var object) = pair else { continue }
      if let column = object["toColumn"]?.string, !contains(column, targets, target) {
        if check == .drops { continue }
        throw fault(column, in: target)
      }
      var columns: [JSON] = []
      for column in object["fromColumns"]?.array ?? [] {
        if contains(column.string ?? "", sources, source) {
          columns.append(column)
        } else if check != .drops {
          throw fault(column.string ?? "", in: source)
        }
      }
      if columns.isEmpty, check == .drops { continue }
      object["fromColumns"] = .array(columns)
      stored.append(.object(object))
    }
    return stored
  }

  /// The fully qualified names of what an entity's data consists of; nil when that is not known.
  private func names(of row: EntityRow) -> Set<[UInt8]>? {
    switch row.type {
    case "table": Set(Self.columns(row.document["columns"]))
    case "mlmodel":
      Set(
        (row.document["mlFeatures"]?.array ?? []).compactMap {
          $0["fullyQualifiedName"]?.string.map { Array($0.utf8) }
        })
    default: nil
    }
  }

  private static func columns(_ value: JSON?) -> [[UInt8]] {
    (value?.array ?? []).flatMap { column in
      [Array((column["fullyQualifiedName"]?.string ?? "").utf8)] + columns(column["children"])
    }
  }

  /// Names are compared byte by byte: the same letters composed otherwise are another name.
  private func contains(_ name: String, _ names: Set<[UInt8]>, _ row: EntityRow) -> Bool {
    if names.contains(Array(name.utf8)) { return true }
    guard check == .acceptsBareNames else { return false }
    return names.contains(Array((row.fullyQualifiedName + "." + name).utf8))
  }

  private func fault(_ name: String, in row: EntityRow) -> CatalogFault {
    let isFeature = row.type == "mlmodel" && check == .exact
    return .badRequest("Invalid \(isFeature ? "feature" : "column") name \(name)")
  }
}
