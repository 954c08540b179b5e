/// Findings in the order in which they were made; handed down as an `inout` value.
public struct DiagnosticList: Sendable, Hashable {
  /// The findings.
  public private(set) var items: [Diagnostic] = []

  /// Makes an empty list.
  public init() {}

  /// Adds one finding.
  public mutating func append(_ diagnostic: Diagnostic) {
    items.append(diagnostic)
  }

  /// Adds the findings of another list after those of this one.
  public mutating func append(contentsOf other: DiagnosticList) {
    items += other.items
  }

  /// Replaces every finding by what `transform` makes of it, dropping those it makes nil.
  public mutating func rewrite(_ transform: (Diagnostic) -> Diagnostic?) {
    items = items.compactMap(transform)
  }

  /// Whether any finding that is not suppressed is at `severity` or above.
  public func contains(atLeast severity: Severity) -> Bool {
    items.contains { !$0.suppressed && $0.severity >= severity }
  }

  /// The findings by file, place and code: the order in which reports show them.
  ///
  /// Findings without a place come last, in the order in which they were made.
  public var sorted: [Diagnostic] {
    items.enumerated().sorted { left, right in
      switch (left.element.range, right.element.range) {
      case (let first?, let second?):
        (first.path, first.start, left.element.code, left.offset)
          < (second.path, second.start, right.element.code, right.offset)
      case (nil, nil): left.offset < right.offset
      case (nil, _?): false
      case (_?, nil): true
      }
    }.map(\.element)
  }
}
