/// Texts that stand where a description should, and describe nothing.
enum PlaceholderText {
  /// Without spaces, as `T.B.D.` and `n/a` are compared.
  private static let words: Set<String> = [
    "todo", "tbd", "tba", "tbc", "fixme", "xxx", "na", "none", "null", "description",
    "adescription", "placeholder", "tobedone", "tobedefined", "tobedescribed", "tobeannounced",
    "comingsoon", "changeme", "fillin", "fillmein", "test", "foo", "bar", "asdf", "loremipsum",
    "adddescription", "addadescription", "nodescription", "describeme", "model", "feature",
  ]
  /// First words of notes to oneself.
  private static let beginnings: Set<Substring> = ["todo", "tbd", "fixme", "lorem"]

  /// Whether a text describes nothing of what is called `name`: it is empty, a word such as `TODO`,
  /// the form of a template, or the name again.
  static func matches(_ text: String, describing name: String) -> Bool {
    let parts = parts(of: text)
    guard let first = parts.first else { return true }
    return beginnings.contains(first) || words.contains(parts.joined())
      || parts == self.parts(of: name)
  }

  /// The words in lower case, whatever stands between them; none for a form to be filled in, such
  /// as `<what it predicts>` or `{{ description }}`.
  private static func parts(of text: String) -> [Substring] {
    let form = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if form.hasPrefix("<") && form.hasSuffix(">") || form.hasPrefix("{{") && form.hasSuffix("}}") {
      return []
    }
    return form.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
