import Diagnostics
import JSONDocuments
import ModelManifests

/// Something about a decision that a person should know.
struct FieldRemark: Sendable {
  /// What it is.
  enum Kind: Sendable {
    case conflict(catalog: JSON?, manifest: JSON?, Edit)
    case kept(FieldDecision.Reason, value: JSON?, Edit?)
    case overwritten(FieldDecision.Overwriting, value: JSON?, Edit?, isEmptied: Bool)
    case removedWithEdits(FieldPath, JSON, Edit)
  }

  private(set) var path: FieldPath
  private(set) var kind: Kind
  /// Whose the field is by `ownership`.
  let owner: FieldOwner?
  /// Whether a registry gives the field, and not the file.
  var isRegistered = false

  init(_ path: FieldPath, _ kind: Kind, owner: FieldOwner? = nil) {
    self.path = path
    self.owner = owner
    self.kind = kind
  }

  /// The remark with the names of tables in its paths.
  func naming(_ names: ReferenceNames) -> FieldRemark {
    var remark = self
    remark.path = names.naming(path)
    if case .removedWithEdits(let element, let words, let edit) = kind {
      remark.kind = .removedWithEdits(names.naming(element), words, edit)
    }
    return remark
  }

  /// How to give a field no more.
  private var withdrawal: String {
    isRegistered ? "give it an empty value in the file" : "remove it from the file"
  }

  /// Who gives the field.
  private var giver: String { isRegistered ? "the registry" : "the file" }

  /// The finding that says it.
  func finding(at range: SourceRange, model: String) -> Diagnostic {
    func finding(_ code: DiagnosticCode, _ message: String, hint: String?) -> Diagnostic {
      Diagnostic(
        code, message, hint: hint, at: range, fieldPath: path.description, model: model)
    }
    switch kind {
    case .conflict(let catalog, let manifest, let edit):
      return finding(
        .conflict,
        "`\(path)` changed on both sides: the catalog has \(text(catalog)), by \(edit), "
          + "and \(giver) has \(text(manifest))",
        hint: "take the catalog's value into the file, or let \(giver) win once with "
          + "--force \(path.shellWord), or set ownership: {\(path.yamlKey): manifest} (or catalog)")
    case .kept(.edited(let edit), value: nil, _):
      return finding(
        .keptEdit, "`\(path)` was removed in the catalog by \(edit), and stays away",
        hint: winningHint(withdrawal))
    case .kept(.edited(let edit), let value, _):
      return finding(
        .keptEdit, "`\(path)` keeps \(text(value)), set in the catalog by \(edit)",
        hint: winningHint("take it into the file"))
    case .kept(.unpublished, let value, let edit):
      return finding(
        .keptUnpublished,
        "`\(path)` keeps \(text(value))\(by(edit)), which this publisher did not write",
        hint: "take it into the file, or overwrite it with --force \(path.shellWord)")
    case .kept(.ownership, let value, let edit):
      return finding(
        .keptByOwnership, "`\(path)` keeps \(text(value))\(by(edit)), since the catalog owns it",
        hint: "take it into the file, or change the entry under ownership:")
    case .overwritten(.edit(let edit), value: nil, _, _):
      return finding(
        .overwrittenEdit, "`\(path)`: \(giver) wins over its removal by \(edit)",
        hint: keepingHint(withdrawal))
    case .overwritten(.edit(let edit), let value, _, let isEmptied):
      return finding(
        .overwrittenEdit, "`\(path)`: \(giver) wins over \(text(value)), set by \(edit)",
        hint: overwritingHint(isEmptied))
    case .overwritten(_, let value, let edit, let isEmptied):
      return finding(
        .overwrittenUnpublished,
        "`\(path)`: \(giver) wins over \(text(value))\(by(edit)), which this publisher did not write",
        hint: overwritingHint(isEmptied))
    case .removedWithEdits(let element, let words, let edit):
      return finding(
        .removedWithEdits,
        path.kind == .prose
          ? "`\(element)` goes, and with it \(text(words)), written by \(edit)"
          : "`\(element)` goes, and with it `\(path)`\(setTo(words)) by \(edit)",
        hint: "keep the entry in the file if that is still wanted")
    }
  }

  /// How to agree with what another set, or to win over it, unless the catalog is said to own it.
  private func winningHint(_ remedy: String) -> String {
    owner == .catalog ? remedy : "\(remedy), or set ownership: {\(path.yamlKey): manifest}"
  }

  /// How to keep what the file would overwrite: an empty value removes what is there, whosever it
  /// is.
  private func overwritingHint(_ isEmptied: Bool) -> String {
    isEmptied
      ? "take it into the file, or leave the key out of the file"
      : keepingHint("take it into the file")
  }

  /// How to keep what another set.
  private func keepingHint(_ remedy: String) -> String {
    "\(remedy), or set ownership: {\(path.yamlKey): catalog}"
  }

  private func by(_ edit: Edit?) -> String { edit.map { ", set by \($0)" } ?? "" }

  /// What somebody made of an entry.
  private func setTo(_ value: JSON) -> String {
    value == true || path.memberOfSet != nil ? ", added" : ", set to \(text(value))"
  }

  private func text(_ value: JSON?) -> String { Self.text(value, at: path) }

  /// A value in one line, shortened.
  static func text(_ value: JSON?, at path: FieldPath) -> String {
    guard let value = path.shown(value) else { return "nothing" }
    let words = value.string ?? value["fullyQualifiedName"]?.string ?? value.text()
    // A member of a set is known by its path already.
    if value == true || words == path.elementKey { return "the entry" }
    let text = words.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return "\"\(text.count > 60 ? "\(text.prefix(60))…" : text)\""
  }
}
