import JSONDocuments

/// The members of one object of a file of faults, read with their places.
struct FaultFields {
  let text: [UInt8]
  let pointer: JSONPointer
  let value: JSON

  /// An error about the object itself.
  func fault(_ message: String) -> FaultFileError {
    error(message, JSONPosition.ofValue(at: pointer, in: text))
  }

  /// An error about the value of a member, or about the object when there is none.
  func fault(_ message: String, at member: String) -> FaultFileError {
    let place = JSONPosition.ofValue(at: pointer.appending(member), in: text)
    return place.map { error(message, $0) } ?? fault(message)
  }

  private func error(_ message: String, _ place: JSONPosition?) -> FaultFileError {
    FaultFileError(message: message, line: place?.line ?? 1, column: place?.column ?? 1)
  }

  /// - Throws: An error for a value that is no object, or a member that nothing reads.
  func demand(only members: [String], in what: String) throws(FaultFileError) {
    guard let object = value.object else { throw fault("expected an object") }
    for member in object.members where !members.contains(member.key) {
      throw error(
        "unknown member '\(member.key)' of \(what); known: \(members.joined(separator: ", "))",
        JSONPosition.ofKey(at: pointer.appending(member.key), in: text))
    }
  }

  func string(_ member: String) throws(FaultFileError) -> String? {
    guard let found = value[member] else { return nil }
    guard let string = found.string else { throw fault("expected a string", at: member) }
    return string
  }

  func flag(_ member: String) throws(FaultFileError) -> Bool {
    guard let found = value[member] else { return false }
    guard let flag = found.bool else { throw fault("expected true or false", at: member) }
    return flag
  }

  func integer(_ member: String, in range: ClosedRange<Int>) throws(FaultFileError) -> Int? {
    guard let found = value[member] else { return nil }
    guard let number = found.integer.map(Int.init), range.contains(number) else {
      throw fault(
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)", at: member)
    }
    return number
  }

  func requiredInteger(_ member: String, in range: ClosedRange<Int>) throws(FaultFileError) -> Int {
    guard let number = try integer(member, in: range) else { throw fault("'\(member)' is missing") }
    return number
  }

  func requiredString(_ member: String) throws(FaultFileError) -> String {
    guard let string = try string(member) else { throw fault("'\(member)' is missing") }
    return string
  }

  /// The patch (RFC 6902) of a fault.
  func requiredPatch() throws(FaultFileError) -> JSON {
    guard let patch = value["patch"] else { throw fault("'patch' is missing") }
    do { _ = try JSONPatch(patch) } catch {
      throw fault("expected a JSON patch (RFC 6902)", at: "patch")
    }
    return patch
  }

  /// The members of a member.
  func fields(_ member: String) -> FaultFields? {
    value[member].map {
      FaultFields(text: text, pointer: pointer.appending(member), value: $0)
    }
  }
}
