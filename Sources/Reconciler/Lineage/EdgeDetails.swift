import JSONDocuments
import OpenMetadataEntities

/// The `lineageDetails` of an edge, of which one line of the description and the columns to our
/// features are ours, and everything else is others'.
struct EdgeDetails {
  /// A column and the feature that it leads to.
  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  private let object: JSONObject
  private let marker: String

  /// Takes details as they were read; nil for an edge without any.
  init(_ details: JSON?, model: String) {
    self.init(details?.object ?? JSONObject(), marker: Self.marker(of: model))
  }

  /// The line of the description by which edges to a model are known as ours.
  static func marker(of model: String) -> String { "Published by mlcatalog for \(model)" }

  private init(_ object: JSONObject, marker: String) {
    self.object = object
    self.marker = marker
  }

  private var lines: [String] {
    let text = object["description"]?.string ?? ""
    if text.isEmpty { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether our line is there.
  var isMarked: Bool { lines.contains(marker) }

  /// Whether anything besides our line is on the edge.
  var isOthersToo: Bool {
    lines.contains { $0 != marker && $0.contains { !$0.isWhitespace } }
      || object["sqlQuery"]?.string?.isEmpty == false || object["pipeline"]?.object != nil
      || !(object["columnsLineage"]?.array ?? []).isEmpty
  }

  /// The details with our line.
  var marked: JSON { writing(isMarked ? lines : lines + [marker]) }

  /// The details without our line.
  var unmarked: JSON { writing(lines.filter { $0 != marker }) }

  /// The details with other columns: those of `columns`, and those read that `keeps` says are
  /// others'.
  func replacing(
    _ columns: [LineageEdge.ColumnPair], keeping keeps: (String, String) -> Bool
  ) -> EdgeDetails {
    var entries: [JSON] = columns.map { pair in
      [
        "fromColumns": .array(pair.fromColumns.map { .string($0) }),
        "toColumn": .string(pair.toColumn),
      ]
    }
    for entry in object["columnsLineage"]?.array ?? [] {
      guard let to = entry["toColumn"]?.string, var kept = entry.object else { continue }
      let from = (kept["fromColumns"]?.array ?? []).filter { keeps($0.string ?? "", to) }
      guard !from.isEmpty else { continue }
      kept["fromColumns"] = .array(from)
      entries.append(.object(kept))
    }
    var object = object
    object["columnsLineage"] = .array(entries)
    return EdgeDetails(object, marker: marker)
  }

  /// Whether writing these details over `read` would change nothing.
  func hasSameMeaning(as read: EdgeDetails) -> Bool {
    read.isMarked && pairs == read.pairs
  }

  private var pairs: Set<Pair> {
    var pairs: Set<Pair> = []
    for entry in object["columnsLineage"]?.array ?? [] {
      guard let to = entry["toColumn"]?.string else { continue }
      for from in entry["fromColumns"]?.array ?? [] {
        if let from = from.string { pairs.insert(Pair(from: from, to: to)) }
      }
    }
    return pairs
  }

  /// What is sent: what the server notes by itself is not sent back.
  private func writing(_ lines: [String]) -> JSON {
    var object = object
    for member in ["createdAt", "createdBy", "updatedAt", "updatedBy"] { object[member] = nil }
    if object["source"]?.string == nil { object["source"] = "Manual" }
    object["description"] = lines.isEmpty ? nil : .string(lines.joined(separator: "\n"))
    return .object(object)
  }
}
