import JSONDocuments

/// An entity as it is kept.
struct EntityRow: Sendable, Hashable {
  let id: String
  let type: String
  let name: String
  let fullyQualifiedName: String
  var isDeleted: Bool
  /// Whether the last change was a patch, which the next one may be folded into.
  var isPatched: Bool
  var document: JSONObject

  static let columns = "id, type, name, fqn, deleted, patched, document"

  init(
    id: String, type: String, name: String, fullyQualifiedName: String, isDeleted: Bool = false,
    isPatched: Bool = false, document: JSONObject
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.fullyQualifiedName = fullyQualifiedName
    self.isDeleted = isDeleted
    self.isPatched = isPatched
    self.document = document
  }

  /// Reads the columns named above.
  init(_ row: [SQLiteValue]) throws(CatalogFault) {
    guard case .object(let document) = try JSON(stored: row[6].text) else {
      throw .internalError("the data file holds a document that is no object")
    }
    self.init(
      id: row[0].text, type: row[1].text, name: row[2].text, fullyQualifiedName: row[3].text,
      isDeleted: row[4].integer != 0, isPatched: row[5].integer != 0, document: document)
  }

  var values: [SQLiteValue] {
    [
      .text(id), .text(type), .text(name), .text(fullyQualifiedName), .flag(isDeleted),
      .flag(isPatched), .text(JSON.object(document).text()),
    ]
  }
}
