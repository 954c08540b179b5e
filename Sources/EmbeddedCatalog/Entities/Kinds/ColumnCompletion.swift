import JSONDocuments

/// Fills and checks columns as the server does before it stores them.
struct ColumnCompletion {
  private static let typesWithLength: Set<String> = ["CHAR", "VARCHAR", "BINARY", "VARBINARY"]

  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  func columns(_ value: JSON?, within parent: [String]) throws(CatalogFault) -> [JSON] {
    var columns: [JSON] = []
    // Compared byte by byte: the same letters composed otherwise are another name.
    var names: Set<[UInt8]> = []
    for element in value?.array ?? [] {
      guard case .object(var column) = element else { continue }
      let name = column["name"]?.string ?? ""
      guard names.insert(Array(name.utf8)).inserted else {
        throw .badRequest("Column name \(name) is repeated")
      }
      try check(column, name)
      let path = parent + [name]
      column["fullyQualifiedName"] = .string(try EntityDraft.text(path, context.line))
      if column["dataTypeDisplay"] == nil, let type = column["dataType"]?.string {
        column["dataTypeDisplay"] = .string(type.lowercased())
      }
      let tags = try TagCheck(context).stored(column["tags"])
      column["tags"] = tags.isEmpty ? nil : .array(tags)
      if let children = column["children"] {
        column["children"] = .array(try self.columns(children, within: path))
      }
      columns.append(.object(column))
    }
    return columns
  }

  private func check(_ column: JSONObject, _ name: String) throws(CatalogFault) {
    let type = column["dataType"]?.string ?? ""
    if Self.typesWithLength.contains(type), column["dataLength"] == nil {
      throw .badRequest(
        "For column data types char, varchar, binary, varbinary dataLength must not be null")
    }
    if type == "ARRAY", column["arrayDataType"] == nil {
      throw .badRequest("For column data type array, arrayDataType must not be null")
    }
    if type == "STRUCT", column["children"] == nil {
      throw .badRequest("For column data type struct, children must not be null")
    }
  }
}
