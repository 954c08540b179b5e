import JSONDocuments

/// A JSON patch as the server takes it.
struct PatchDocument {
  private let patch: JSONPatch
  private let line: ServerLine

  /// - Throws: 400 for what is no patch.
  init(_ body: JSON, line: ServerLine) throws(CatalogFault) {
    self.line = line
    do { patch = try JSONPatch(Self.ordered(body, line: line)) } catch let error as JSONPatchError {
      throw .badRequest("Invalid JSON patch: \(error)")
    } catch let fault as CatalogFault { throw fault } catch {
      throw .badRequest("Invalid JSON patch")
    }
  }

  /// The document after every operation.
  ///
  /// - Throws: 500 for a test that fails and a member that is missing, as the server does.
  func applied(to document: JSON) throws(CatalogFault) -> JSON {
    var result = document
    for operation in patch.operations {
      // Numbers are compared by scale: 1.0 is not 1.
      if case .test(let path, let value) = operation, result.value(at: path) != value {
        throw .internalError(
          "The JSON Patch operation 'test' failed for path '\(path)'")
      }
      do { result = try JSONPatch(operations: [operation]).applied(to: result) } catch {
        throw .internalError("jakarta.json.JsonException: \(error)")
      }
    }
    return result
  }

  // MARK: What must be allowed

  /// The operations that the paths alone tell; nil when the labels have to be compared.
  func operationsBeforeApplying() -> [MetadataOperation]? {
    let found = patch.operations.flatMap { Self.places(of: $0).map { operation($0.tokens) } }
    if found.contains(nil) { return [.editAll] }
    let operations = MetadataOperation.inOrder(found.compactMap { $0 })
    return line.splitsTagOperations && operations.contains(.editTags) ? nil : operations
  }

  /// Whether an operation leads into one of these members, or takes from one.
  func touches(_ members: Set<String>) -> Bool {
    if members.isEmpty { return false }
    return patch.operations.contains { operation in
      Self.places(of: operation).contains { place in
        place.tokens.first.map(members.contains) ?? true
      }
    }
  }

  /// The operations with those on labels told apart by which labels changed.
  func operations(from before: JSON, to after: JSON) -> [MetadataOperation] {
    var operations = patch.operations.flatMap {
      Self.places(of: $0).compactMap { operation($0.tokens) }
    }
    operations.removeAll { $0 == .editTags }
    let old = before["tags"]?.array ?? []
    let new = after["tags"]?.array ?? []
    let changed = Set(new).symmetricDifference(Set(old))
    for tag in changed {
      if tag["source"]?.string == "Glossary" {
        operations.append(.editGlossaryTerms)
      } else {
        let isTier = tag["tagFQN"]?.string?.hasPrefix("Tier.") == true
        operations.append(isTier ? .editTier : .editTags)
      }
    }
    if changed.isEmpty { operations.append(.editTags) }
    return MetadataOperation.inOrder(operations)
  }

  /// Where an operation changes something: what moves is taken away as well.
  private static func places(of operation: JSONPatchOperation) -> [JSONPointer] {
    if case .move(let from, let path) = operation { return [path, from] }
    return [operation.path]
  }

  private func operation(_ tokens: [String]) -> MetadataOperation? {
    for token in tokens {
      if let operation = MetadataOperation(field: token, line: line) { return operation }
    }
    return nil
  }

  // MARK: The order of operations

  /// Drops operations on `href` and, on early lines, sorts by the digits in the paths.
  private static func ordered(_ body: JSON, line: ServerLine) throws(CatalogFault) -> JSON {
    guard line.sortsPatchOperations, let operations = body.array else { return body }
    var keyed: [(key: Int32, operation: JSON)] = []
    var hasDigits = false
    for operation in operations {
      let path = operation["path"]?.string ?? ""
      if path.hasSuffix("href") { continue }
      let digits = path.filter { $0.isASCII && $0.isNumber }
      hasDigits = hasDigits || !digits.isEmpty
      guard let key = digits.isEmpty ? 0 : Int32(digits) else {
        throw .internalError("java.lang.NumberFormatException: For input string: \"\(digits)\"")
      }
      keyed.append((key, operation))
    }
    if !hasDigits { return .array(keyed.map(\.operation)) }
    let sorted = keyed.enumerated().sorted {
      ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
    }
    return .array(sorted.map(\.element.operation))
  }
}
