import JSONDocuments

/// The columns of a table, nested ones below those that hold them.
struct ColumnTable {
  private let columns: [JSON]

  init(_ columns: [JSON]) { self.columns = columns }

  /// A column's type as its database writes it, where that is known.
  static func type(of column: JSON) -> String {
    let shown = column["dataTypeDisplay"]?.string ?? ""
    let type = shown.isEmpty ? (column["dataType"]?.string ?? "").lowercased() : shown
    guard let length = column["dataLength"]?.integer, length > 1, !type.contains("(") else {
      return type
    }
    return "\(type)(\(length))"
  }

  var markup: Markup {
    if columns.isEmpty { return .nothing("No columns are known.") }
    return Markup("table", .role("table")) {
      Markup("thead", .role("rowgroup")) {
        Markup("tr", .role("row")) {
          ["Column", "Type", "Constraint", "Description"].map { heading in
            Markup("th", .role("columnheader"), MarkupAttribute("scope", "col")) { heading }
          }
        }
      }
      Markup("tbody", .role("rowgroup")) { rows(columns, within: "", depth: 0) }
    }
  }

  private func rows(_ columns: [JSON], within path: String, depth: Int) -> [Markup] {
    columns.flatMap { column in
      let name = column["name"]?.string ?? ""
      return [row(column, path)]
        // Deeper nesting than a reader can follow is not shown.
        + (depth < 12
          ? rows(column["children"]?.array ?? [], within: path + name + ".", depth: depth + 1) : [])
    }
  }

  private func row(_ column: JSON, _ path: String) -> Markup {
    Markup("tr", .role("row")) {
      Markup("th", .role("rowheader"), MarkupAttribute("scope", "row")) {
        if !path.isEmpty { Markup("span", .class("muted")) { Markup.name(path) } }
        Markup.name(column["name"]?.string ?? "")
        if let label = column["displayName"]?.string, !label.isEmpty {
          Markup("span", .class("type")) {
            " "
            Markup.name(label)
          }
        }
        EntityFacts.labels(column["tags"])
      }
      Markup.cell("Type") { Markup("code") { Self.type(of: column) } }
      Markup.cell("Constraint") { Self.constraint(column["constraint"]?.string) }
      Markup.cell("Description") { EntityPage.prose(column["description"]) }
    }
  }

  private static func constraint(_ name: String?) -> String {
    switch name {
    case nil, "NULL": ""
    case "NOT_NULL": "not null"
    case "PRIMARY_KEY": "primary key"
    case let other?: other.lowercased().replacing("_", with: " ")
    }
  }
}
