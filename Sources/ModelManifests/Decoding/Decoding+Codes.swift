import Diagnostics

/// The codes of findings, as files name them.
extension Decoding {
  /// What to write in place of a code that does not exist: the one that has its digits, if any.
  static func hint(forUnknownCode text: String) -> String {
    let code = DiagnosticCode(rawValue: "MLC" + text.filter { $0.isASCII && $0.isNumber })
    return DiagnosticCatalogue.entry(for: code) == nil
      ? "take the code from the finding, such as `MLC237`" : "did you mean `\(code.rawValue)`?"
  }
}
