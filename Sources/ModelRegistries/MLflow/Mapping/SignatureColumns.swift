import JSONDocuments
import RegisteredModels

/// Columns as MLflow writes them in signatures and in the schemas of datasets.
enum SignatureColumns {
  /// The columns of a JSON text such as `[{"type": "double", "name": "a", "required": true}]`.
  ///
  /// Nil when the text is not of that form.
  static func columns(_ text: String) -> [SignatureColumn]? {
    (try? JSON(parsing: text)).flatMap { columns($0) }
  }

  /// The columns of such a list.
  static func columns(_ list: JSON) -> [SignatureColumn]? {
    guard let elements = list.array else { return nil }
    var columns: [SignatureColumn] = []
    for element in elements {
      guard element.object != nil, let type = type(element) else { return nil }
      let name = element["name"]?.string
      columns.append(
        SignatureColumn(
          name: name?.isEmpty == true ? nil : name, type: type,
          isRequired: element["required"]?.bool ?? true))
    }
    return columns
  }

  private static func type(_ column: JSON) -> SignatureColumn.ValueType? {
    guard let text = column["type"]?.string else { return nil }
    // A tensor says more beside its type.
    if text == "tensor" { return .tensor(column["tensor-spec"]?["dtype"]?.string ?? "unknown") }
    switch text {
    case "boolean": return .boolean
    case "integer": return .integer
    case "long": return .long
    case "float": return .float
    case "double": return .double
    case "string": return .string
    case "binary": return .binary
    case "datetime": return .datetime
    case "array": return .array
    case "object": return .object
    case "map": return .map
    case "any": return .any
    default: return .other(text)
    }
  }
}
