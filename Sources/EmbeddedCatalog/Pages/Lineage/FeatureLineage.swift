import FullyQualifiedNames
import JSONDocuments

/// From which columns of which tables each feature of a model comes.
///
/// Two things tell: the edges of the catalog's lineage with their columns, and the sources that
/// the features name themselves.
struct FeatureLineage {
  /// A line of the picture.
  struct Flow: Sendable, Hashable {
    let source: Int
    /// The column's place in the source; nil for the source as a whole.
    let column: Int?
    /// The feature's place in the model; nil for the model as a whole.
    let feature: Int?
    /// Whether a feature names the source while no edge of the lineage has it.
    let isOnlyDeclared: Bool
  }

  struct Feature: Sendable, Hashable {
    let name: String
    let type: String
  }

  private(set) var features: [Feature] = []
  private(set) var sources: [LineageSource] = []
  private(set) var flows: [Flow] = []
  private var flowsByFeature: [Int: [Flow]] = [:]
  private var places: [String: Int] = [:]
  private var drawn: Set<[Int]> = []
  private let viewer: Viewer

  init(_ entity: EntityPage) throws(CatalogFault) {
    viewer = entity.viewer
    let features = entity.document["mlFeatures"]?.array ?? []
    self.features = features.map {
      Feature(name: $0["name"]?.string ?? "", type: $0["dataType"]?.string ?? "")
    }
    var numbers: [String: Int] = [:]
    for (number, feature) in features.enumerated() {
      numbers[feature["fullyQualifiedName"]?.string ?? ""] = number
    }
    try addEdges(to: entity.row, numbers)
    for (number, feature) in features.enumerated() {
      for source in feature["featureSources"]?.array ?? [] { try add(source, of: number) }
    }
  }

  var columnCount: Int { sources.reduce(0) { $0 + $1.columns.count } }

  /// The flows that end in a feature.
  func flows(into feature: Int) -> [Flow] { flowsByFeature[feature] ?? [] }

  /// The flows that end in the model as a whole.
  var flowsIntoModel: [Flow] { flows.filter { $0.feature == nil } }

  // MARK: Edges of the lineage

  private mutating func addEdges(to row: EntityRow, _ numbers: [String: Int]) throws(CatalogFault) {
    for edge in try viewer.context.session.incoming(.upstream, of: row.id) {
      guard let table = try viewer.entity(id: edge.source) else { continue }
      let origin = place(of: table)
      let lines = edge.detail?["columnsLineage"]?.array ?? []
      for line in lines {
        let feature = line["toColumn"]?.string.flatMap { numbers[$0] }
        for column in line["fromColumns"]?.array ?? [] {
          let name = Self.columnName(column.string ?? "", in: table.fullyQualifiedName)
          let column = self.column(name, of: origin, in: table)
          addFlow(Flow(source: origin, column: column, feature: feature, isOnlyDeclared: false))
        }
      }
      if lines.isEmpty {
        addFlow(Flow(source: origin, column: nil, feature: nil, isOnlyDeclared: false))
      }
    }
  }

  private mutating func addFlow(_ flow: Flow) {
    let ends = [flow.source, flow.column ?? -1, flow.feature ?? -1]
    guard drawn.insert(ends).inserted else { return }
    flows.append(flow)
    if let feature = flow.feature { flowsByFeature[feature, default: []].append(flow) }
  }

  // MARK: Sources that features name

  private mutating func add(_ source: JSON, of feature: Int) throws(CatalogFault) {
    let name = source["name"]?.string ?? ""
    let reference = source["dataSource"]
    guard let id = reference?["id"]?.string else {
      let origin = place(ofMissing: "No table given", path: "")
      let column = self.column(name, of: origin, in: nil)
      return addFlow(Flow(source: origin, column: column, feature: feature, isOnlyDeclared: true))
    }
    let table = try viewer.entity(id: id)
    let origin: Int
    if let table {
      origin = place(of: table)
    } else {
      let name = reference?["fullyQualifiedName"]?.string ?? id
      origin = place(ofMissing: name, path: "not in the catalog")
    }
    let column = self.column(name, of: origin, in: table)
    addFlow(Flow(source: origin, column: column, feature: feature, isOnlyDeclared: true))
  }

  // MARK: Places

  private mutating func place(of row: EntityRow) -> Int {
    place(row.id) { LineageSource(row) }
  }

  private mutating func place(ofMissing label: String, path: String) -> Int {
    place(label) { LineageSource(label: label, path: path) }
  }

  private mutating func place(_ key: String, _ source: () -> LineageSource) -> Int {
    if let place = places[key] { return place }
    places[key] = sources.count
    sources.append(source())
    return sources.count - 1
  }

  private mutating func column(_ name: String, of place: Int, in row: EntityRow?) -> Int {
    if let known = sources[place].columns.firstIndex(where: { $0.name == name }) { return known }
    sources[place].columns.append(
      .init(name: name, type: row.map { LineageSource.type(of: name, in: $0) } ?? ""))
    return sources[place].columns.count - 1
  }

  /// What a column's fully qualified name adds to that of its table.
  private static func columnName(_ name: String, in table: String) -> String {
    let parts = (try? FullyQualifiedName(parsing: name))?.parts ?? [name]
    let outer = (try? FullyQualifiedName(parsing: table))?.parts ?? []
    guard parts.starts(with: outer) else { return name }
    let own = Array(parts.dropFirst(outer.count))
    if own.count == 1 { return own[0] }
    return (try? FullyQualifiedName(own).text(.doublesQuotes)) ?? own.joined(separator: ".")
  }
}
