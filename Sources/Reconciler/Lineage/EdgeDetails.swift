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

  private static let markers = [
    "Published by mlcatalog for ", "Columns published by mlcatalog for ",
  ]

  private let object: JSONObject
  private let marker: String
  /// Our line on an edge that somebody else drew: such an edge is never ours to remove.
  private let guestMarker: String
  /// Whether the server gave any details, which it does of edges that somebody drew.
  private let wasDrawn: Bool

  /// Takes details as they were read; nil for an edge without any.
  init(_ details: JSON?, model: String) {
    object = details?.object ?? JSONObject()
    wasDrawn = details?.object != nil
    marker = Self.marker(of: model)
    guestMarker = Self.markers[1] + model
  }

  /// The line of the description by which edges to a model are known as ours.
  static func marker(of model: String) -> String { markers[0] + model }

  private init(_ object: JSONObject, like other: EdgeDetails) {
    self.object = object
    marker = other.marker
    guestMarker = other.guestMarker
    wasDrawn = other.wasDrawn
  }

  private var lines: [String] {
    let text = object["description"]?.string ?? ""
    if text.isEmpty { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether a line of a description is one of ours, for whatever model.
  static func isOurs(_ line: some StringProtocol) -> Bool {
    markers.contains { line.hasPrefix($0) }
  }

  /// Whether our line is there.
  var isMarked: Bool { lines.contains(marker) || isGuest }

  private var isGuest: Bool { lines.contains(guestMarker) }

  /// Whether anything besides our line is on the edge, or somebody else drew it.
  var isOthersToo: Bool {
    isGuest || lines.contains { $0 != marker && $0.contains { !$0.isWhitespace } }
      || object["sqlQuery"]?.string?.isEmpty == false || object["pipeline"]?.object != nil
      || !(object["columnsLineage"]?.array ?? []).isEmpty
  }

  /// The details with our line.
  var marked: JSON {
    writing(isMarked ? lines : lines + [wasDrawn ? guestMarker : marker])
  }

  /// The details without our line.
  var unmarked: JSON { writing(lines.filter { $0 != marker && $0 != guestMarker }) }

  /// The details with other columns: those of `columns`, and those read that `keeps` says are
  /// others'.
  ///
  /// What others noted of columns that stay, such as a function, stays with them.
  func replacing(
    _ columns: [LineageEdge.ColumnPair], keeping keeps: (String, String) -> Bool
  ) -> EdgeDetails {
    var entries: [JSON] = columns.map { pair in
      var entry = read(like: pair) ?? JSONObject()
      entry["fromColumns"] = .array(pair.fromColumns.map { .string($0) })
      entry["toColumn"] = .string(pair.toColumn)
      return .object(entry)
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
    return EdgeDetails(object, like: self)
  }

  /// The entry read that leads most of the same columns to the same feature; nil when none leads
  /// one of them.
  private func read(like pair: LineageEdge.ColumnPair) -> JSONObject? {
    let columns = Set(pair.fromColumns)
    func shared(_ entry: JSONObject) -> Int {
      (entry["fromColumns"]?.array ?? []).count { columns.contains($0.string ?? "") }
    }
    let entries = (object["columnsLineage"]?.array ?? []).compactMap(\.object)
      .filter { $0["toColumn"]?.string == pair.toColumn && shared($0) > 0 }
    return entries.max { shared($0) < shared($1) }
  }

  /// Whether writing these details over `read` would change nothing.
  func hasSameMeaning(as read: EdgeDetails) -> Bool {
    read.isMarked && pairs == read.pairs
  }

  /// Whether these details have the same columns as others.
  func hasSameColumns(as read: EdgeDetails) -> Bool { pairs == read.pairs }

  /// The columns, and the feature that each leads to, that other details have and these have not,
  /// in the order of their names.
  func missingColumns(of read: EdgeDetails) -> [(from: String, to: String)] {
    read.pairs.subtracting(pairs).map { ($0.from, $0.to) }.sorted { $0 < $1 }
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
