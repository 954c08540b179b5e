import JSONDocuments
import RegisteredModels

/// How a lock writes and reads signatures and their columns.
enum LockedSignature {
  static func document(_ signature: ModelSignature) -> JSON {
    [
      "inputs": columns(signature.inputs), "outputs": columns(signature.outputs),
      "origin": .string(signature.origin),
    ]
  }

  static func signature(_ entry: RecordedValue) throws(RecordShapeError) -> ModelSignature {
    ModelSignature(
      inputs: try columns(try entry.list("inputs")),
      outputs: try columns(try entry.list("outputs")),
      origin: try entry.text("origin"))
  }

  static func columns(_ columns: [SignatureColumn]) -> JSON {
    .array(
      columns.map { column in
        .object(
          JSONObject(given: [
            "name": column.name.map { .string($0) }, "type": .string(text(column.type)),
            "isOptional": column.isRequired ? nil : true,
          ]))
      })
  }

  static func columns(_ items: [RecordedValue]) throws(RecordShapeError) -> [SignatureColumn] {
    try items.map { item throws(RecordShapeError) in
      SignatureColumn(
        name: try item.optionalText("name"), type: type(try item.text("type")),
        isRequired: !(try item.flag("isOptional")))
    }
  }

  private static let tensor = "tensor:"
  private static let other = "other:"
  private static let plainTypes: [String: SignatureColumn.ValueType] = [
    "boolean": .boolean, "integer": .integer, "long": .long, "float": .float, "double": .double,
    "string": .string, "binary": .binary, "datetime": .datetime, "array": .array,
    "object": .object, "map": .map, "any": .any,
  ]

  private static func text(_ type: SignatureColumn.ValueType) -> String {
    switch type {
    case .tensor(let name): tensor + name
    case .other(let name): other + name
    default: plainTypes.first { $0.value == type }?.key ?? other
    }
  }

  /// A type that is not known stands for itself.
  private static func type(_ text: String) -> SignatureColumn.ValueType {
    if let type = plainTypes[text] { return type }
    if text.hasPrefix(tensor) { return .tensor(String(text.dropFirst(tensor.count))) }
    return .other(text.hasPrefix(other) ? String(text.dropFirst(other.count)) : text)
  }
}
