import Diagnostics

/// The wording of what makes a YAML text unreadable, apart from syntax and encoding.
extension Diagnostic {
  static func duplicateKey(
    _ key: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    let hint =
      key == "<<"
      ? "merge several mappings with a list: `<<: [*one, *two]`" : "keep one of the two"
    return Diagnostic(
      .duplicateKey, "the key `\(key)` is written twice in this mapping", hint: hint, at: range,
      notes: [Note("it is first written here", at: first)])
  }

  static func undefinedAlias(
    _ name: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    let list = known.prefix(5).map { "`&\($0)`" }.joined(separator: ", ")
    let hint =
      known.isEmpty
      ? "text that begins with `*` needs quotes; an alias needs an anchor `&\(name)` before it"
      : "anchors before this place: \(list)\(known.count > 5 ? ", …" : "")"
    return Diagnostic(
      .undefinedAlias, "the alias `*\(name)` has no anchor `&\(name)` before it in this document",
      hint: hint, at: range)
  }

  static func recursiveAlias(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .recursiveAlias, "the alias `*\(name)` stands inside the value that it repeats",
      hint: "write the value out, or move the anchor `&\(name)` to a part of it", at: range)
  }

  static func aliasExpansion(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .aliasExpansion,
      "with this alias the document repeats more than \(Composer.expansionLimit) values",
      hint: "aliases of aliases multiply; write the values that are needed", at: range)
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooDeep, "more than \(Composer.depthLimit) collections are open here",
      hint: "a manifest needs five or six levels; look for brackets that are never closed",
      at: range)
  }

  static func mergeOfNoMapping(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .mergeOfNoMapping, "`<<` merges mappings, and this is none",
      hint: "give an alias of a mapping (`<<: *defaults`) or a list of such aliases", at: range)
  }

  static func unknownTag(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownTag, "the tag `\(tag)` means nothing on this value",
      hint: "remove it; text that begins with `!` needs quotes", at: range)
  }

  static func escapedNull(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .controlCharacter, "this text contains the character U+0000, which no catalog can store",
      hint: "remove the escape `\\0`, `\\x00` or `\\u0000`", at: range)
  }
}
