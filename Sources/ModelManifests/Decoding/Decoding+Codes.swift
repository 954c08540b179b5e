import Diagnostics

/// The codes of findings, as files name them.
extension Decoding {
  /// What to write in place of a code that does not exist: the one that has its digits, if any.
  static func hint(forUnknownCode text: String) -> String {
    meant(byUnknownCode: text).map { "did you mean `\($0)`?" }
      ?? "take the code from the finding, such as `MLC237`"
  }

  /// What mends a code that does not exist.
  static func fix(forUnknownCode text: String) -> Fix? {
    meant(byUnknownCode: text).map { .replace(text, with: $0) }
  }

  private static func meant(byUnknownCode text: String) -> String? {
    let code = DiagnosticCode(rawValue: "MLC" + text.filter { $0.isASCII && $0.isNumber })
    return DiagnosticCatalogue.entry(for: code) == nil ? nil : code.rawValue
  }
}
