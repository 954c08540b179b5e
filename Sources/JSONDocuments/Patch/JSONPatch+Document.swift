extension JSONPatch {
  /// Reads a patch document; members that RFC 6902 does not name are ignored.
  ///
  /// - Throws: ``JSONPatchError`` when it is no array of objects, or an operation is unknown, lacks
  ///   a member or has a path that is no pointer.
  public init(_ document: JSON) throws(JSONPatchError) {
    guard case .array(let elements) = document else {
      throw JSONPatchError(reason: .noArray)
    }
    var operations: [JSONPatchOperation] = []
    for (index, element) in elements.enumerated() {
      do throws(JSONPatchError.Reason) {
        operations.append(try JSONPatchOperation(element))
      } catch {
        throw JSONPatchError(
          index: index, operation: element["op"]?.string, path: element["path"]?.string,
          reason: error)
      }
    }
    self.init(operations: operations)
  }

  /// The patch document.
  public var document: JSON { .array(operations.map(\.document)) }
}

extension JSONPatchOperation {
  init(_ document: JSON) throws(JSONPatchError.Reason) {
    guard case .object(let object) = document else { throw .noObject }
    let name = try object.text("op")
    switch name {
    case "add": self = .add(try object.pointer("path"), try object.value())
    case "remove": self = .remove(try object.pointer("path"))
    case "replace": self = .replace(try object.pointer("path"), try object.value())
    case "move":
      self = .move(from: try object.pointer("from"), to: try object.pointer("path"))
    case "copy":
      self = .copy(from: try object.pointer("from"), to: try object.pointer("path"))
    case "test": self = .test(try object.pointer("path"), try object.value())
    default: throw .unknownOperation
    }
  }

  var document: JSON {
    switch self {
    case .remove(let path):
      ["op": .string(name), "path": .string(path.description)]
    case .add(let path, let value), .replace(let path, let value), .test(let path, let value):
      ["op": .string(name), "path": .string(path.description), "value": value]
    case .move(let from, let path), .copy(let from, let path):
      [
        "op": .string(name), "from": .string(from.description), "path": .string(path.description),
      ]
    }
  }
}

extension JSONObject {
  fileprivate func text(_ key: String) throws(JSONPatchError.Reason) -> String {
    guard let value = self[key] else { throw .missingMember(key) }
    guard let text = value.string else { throw .noString(key) }
    return text
  }

  fileprivate func pointer(_ key: String) throws(JSONPatchError.Reason) -> JSONPointer {
    let text = try text(key)
    do throws(JSONPointerError) {
      return try JSONPointer(parsing: text)
    } catch {
      throw .invalidPointer(error)
    }
  }

  fileprivate func value() throws(JSONPatchError.Reason) -> JSON {
    guard let value = self["value"] else { throw .missingMember("value") }
    return value
  }
}
