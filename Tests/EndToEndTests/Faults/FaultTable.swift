import Publishing
import TestSupport

/// How many cases of each fault ended with which exit status.
struct FaultTable {
  private struct Row: Hashable {
    let fault: ProxyFault
    let isLasting: Bool
  }

  private var counts: [Row: [ExitCode: Int]] = [:]

  mutating func add(_ fault: FaultCase, _ status: ExitCode) {
    counts[Row(fault: fault.fault, isLasting: fault.isLasting), default: [:]][status, default: 0] +=
      1
  }

  /// A line for each fault: how many cases, and `exit × cases` for each status.
  var text: String {
    ProxyFault.allCases.flatMap { fault in
      [false, true].compactMap { isLasting -> String? in
        guard let statuses = counts[Row(fault: fault, isLasting: isLasting)] else { return nil }
        let name = fault.rawValue + (isLasting ? ", from then on" : "")
        let cases = "\(statuses.values.reduce(0, +))"
        let ends = statuses.sorted { $0.key.rawValue < $1.key.rawValue }.map { status, count in
          "exit \(status.rawValue) × \(count)"
        }
        return "  " + name.padded(to: 46) + String(repeating: " ", count: max(0, 4 - cases.count))
          + cases + "   " + ends.joined(separator: ", ")
      }
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text with blanks after it, so that columns stand below each other.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
