import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Whether the edges are there that belong to the sources that were published, with their columns.
///
/// A source counts as published when the catalog's model has it; one that the file has since then is
/// none yet.
struct LineageDrift {
  private let model: String
  private let manifest: ModelManifest
  private let capabilities: Capabilities
  private let lines: [Resolution.Line]
  private let edges: [LineageEdge]

  init(
    _ resolution: Resolution, of model: MlModel, edges: [LineageEdge]
  ) {
    self.model = model.fullyQualifiedName
    self.edges = edges
    manifest = resolution.desired.manifest
    capabilities = resolution.snapshot.capabilities
    let published = Set(
      PublishedSource.all(of: model).map { [$0.feature, $0.column, $0.table] })
    lines = resolution.lines.filter { line in
      published.contains([line.feature.name.value, line.source.name.value, line.table.id])
    }
  }

  var drifts: [Drift] {
    var tables: [Table] = []
    for line in lines where !tables.contains(where: { $0.id == line.table.id }) {
      tables.append(line.table)
    }
    return tables.compactMap { table in
      let lines = lines.filter { $0.table.id == table.id }
      guard let edge = edges.first(where: { $0.fromEntity.id == table.id }) else {
        return gone(table, lines)
      }
      return columns(of: edge, from: table, lines)
    }
  }

  private func gone(_ table: Table, _ lines: [Resolution.Line]) -> Drift {
    let name = table.fullyQualifiedName
    return drift(
      .driftedEdgeGone, table, lines, published: .string(name), current: nil,
      "no edge leads from `\(name)` to `\(model)` any more",
      hint: "publish to make it again, or remove the source")
  }

  private func columns(
    of edge: LineageEdge, from table: Table, _ lines: [Resolution.Line]
  ) -> Drift? {
    let name = table.fullyQualifiedName
    let lost = lines.filter { !holds($0, edge) }
    if !lost.isEmpty {
      let pairs = lost.map { "\($0.source.name.value) → \($0.feature.name.value)" }
      return drift(
        .driftedEdgeColumns, table, lost,
        published: .array(pairs.map { .string($0) }), current: nil,
        "the edge from `\(name)` lost \(pairs.count == 1 ? "a column" : "\(pairs.count) columns"): "
          + pairs.prefix(3).joined(separator: ", ") + (pairs.count > 3 ? " …" : ""),
        hint: "publish to write them again")
    }
    guard !EdgeDetails(edge.details, model: model).isMarked else { return nil }
    return drift(
      .driftedEdgeColumns, table, lines, published: .string(EdgeDetails.marker(of: model)),
      current: edge.description.map { .string($0) },
      "the edge from `\(name)` lost the line by which this publisher knows its edges",
      hint: "publish to write it again")
  }

  /// Whether an edge has the column of a source, where the server takes columns at all.
  private func holds(_ line: Resolution.Line, _ edge: LineageEdge) -> Bool {
    guard capabilities.takesColumnLineage, let column = line.column,
      let feature = try? FullyQualifiedName([line.feature.name.value]).text(capabilities.quoting)
    else { return true }
    return edge.columnsLineage.contains { pair in
      pair.toColumn == "\(model).\(feature)" && pair.fromColumns.contains(column.fullyQualifiedName)
    }
  }

  private func drift(
    _ code: DiagnosticCode, _ table: Table, _ lines: [Resolution.Line], published: JSON?,
    current: JSON?, _ message: String, hint: String
  ) -> Drift {
    let finding = Diagnostic(
      code, message, hint: hint,
      at: lines.first?.source.dataSourceFqn.range ?? manifest.name.range,
      fieldPath: lines.first?.path.member("dataSource").description,
      model: manifest.findingsKey)
    return Drift(
      .lineage, "edge from \(table.fullyQualifiedName)", published: published, current: current,
      finding)
  }
}
