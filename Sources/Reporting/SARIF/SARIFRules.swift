import Diagnostics
import JSONDocuments

/// The codes of a report as SARIF's rules, explained by the catalogue.
struct SARIFRules {
  private let codes: [DiagnosticCode]

  /// Takes codes, each once.
  init(_ codes: [DiagnosticCode]) {
    self.codes = codes
  }

  /// The array `rules`.
  var descriptions: JSON { .array(codes.map { description(of: $0) }) }

  /// The place of a code in `rules`.
  func index(of code: DiagnosticCode) -> JSON {
    .number(JSONNumber(codes.firstIndex(of: code) ?? -1))
  }

  /// A reference to a code.
  func reference(to code: DiagnosticCode) -> JSON {
    ["id": .string(code.rawValue), "index": index(of: code)]
  }

  private func description(of code: DiagnosticCode) -> JSON {
    guard let entry = DiagnosticCatalogue.entry(for: code) else {
      return ["id": .string(code.rawValue)]
    }
    let help = "\(entry.cause)\n\n\(entry.remedy)"
    return [
      "id": .string(code.rawValue),
      "shortDescription": ["text": .string(entry.title)],
      "fullDescription": ["text": .string(entry.cause)],
      "help": [
        "text": .string(help),
        "markdown": .string("\(help)\n\n```\n\(entry.example)\n```"),
      ],
      "defaultConfiguration": ["level": .string(entry.severity.rawValue)],
    ]
  }
}
