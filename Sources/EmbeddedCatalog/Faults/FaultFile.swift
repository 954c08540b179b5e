import JSONDocuments

/// The faults that an embedded catalog is to have: a JSON array of rules.
///
///     [{"match": {"method": "PUT", "path": "/api/v1/mlmodels/**"}, "nth": 2, "times": 1,
///       "fault": "status", "status": 429, "retryAfter": 1}]
///
/// Each rule counts the requests that fit its `match`; the fault strikes `times` of them (all when
/// absent), the `nth` (1 when absent) being the first.
public struct FaultFile: Sendable, Hashable {
  let rules: [FaultRule]

  /// No fault at all.
  public static let none = FaultFile(rules: [])

  init(rules: [FaultRule]) { self.rules = rules }

  /// Reads the text of a file.
  ///
  /// - Throws: ``FaultFileError`` for text that is no JSON, and for unknown members, faults and
  ///   values out of range.
  public init(parsing text: [UInt8]) throws(FaultFileError) {
    let document: JSON
    do { document = try JSON(parsing: text) } catch {
      throw FaultFileError(message: error.message, line: error.line, column: error.column)
    }
    let file = FaultFields(text: text, pointer: JSONPointer(), value: document)
    guard let elements = document.array else {
      throw file.fault("expected an array of faults")
    }
    var rules: [FaultRule] = []
    for (index, element) in elements.enumerated() {
      let fields = FaultFields(
        text: text, pointer: JSONPointer([String(index)]), value: element)
      rules.append(try FaultRule(fields))
    }
    self.rules = rules
  }

  /// One line for each rule, for people.
  public var descriptions: [String] { rules.map(\.description) }
}
