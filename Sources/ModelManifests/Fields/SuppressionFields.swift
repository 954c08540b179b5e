import Diagnostics
import YAMLSource

extension Suppression: ManifestRecord {
  static let identity: Set<String> = ["code", "path", "reason"]

  init(blankAt range: SourceRange) {
    self.init(code: Located(DiagnosticCode(rawValue: ""), at: range), path: nil, reason: "")
  }

  static let fields: [ManifestField<Suppression>] = [
    .required("code", "The code of the finding", example: "MLC237", \.code) { node, decoding in
      guard let text = decoding.text(node) else { return nil }
      let code = DiagnosticCode(rawValue: text.value)
      guard DiagnosticCatalogue.entry(for: code) != nil else {
        decoding.report(
          .unknownSuppressedCode, "there is no finding `\(text.value)`",
          hint: Decoding.hint(forUnknownCode: text.value), at: node,
          fix: Decoding.fix(forUnknownCode: text.value))
        return nil
      }
      guard !DiagnosticCatalogue.isFixed(code) else {
        decoding.report(
          .fixedCode, "`\(text.value)` cannot be silenced",
          hint: "correct the manifest where the finding stands", at: node)
        return nil
      }
      return text.map { _ in code }
    },
    .other(
      FieldDescription(
        "path", "The field it is silenced for; without it, all of the model",
        example: "\"mlFeatures[persona]\"", shape: .text)
    ) { node, record, decoding in
      if node.isNull { return true }
      guard let text = decoding.text(node) else { return false }
      record.path = decoding.pattern(text.value, at: text.range).map { Located($0, at: text.range) }
      return record.path != nil
    },
    .other(
      FieldDescription(
        "reason", "Why the finding does not matter here", example: "the name is older",
        shape: .text, isRequired: true)
    ) { node, record, decoding in
      guard let reason = decoding.filledText(node) else { return false }
      record.reason = reason.value
      return true
    },
  ]
}
