import Diagnostics

/// Says in plain words what libyaml means, and where the cause is.
enum SyntaxWording {
  /// Which of libyaml's two places is shown.
  private enum Place {
    case problem
    /// Where the thing that was being read begins.
    case context
  }

  private struct Rule {
    let problem: String
    var context: String = ""
    let place: Place
    let message: String
    let hint: String
  }

  /// The finding for what libyaml reports; its own words when they are not in the table.
  ///
  /// `openBracket` is the innermost bracket that the text has not closed, `longQuote` the latest
  /// text in quotes over several lines.
  static func finding(
    for trouble: SyntaxTrouble, in places: SourcePlaces, openBracket: Mark?,
    longQuote: SourceRange?
  ) -> Diagnostic {
    if let openBracket, let byte = places.byte(at: openBracket),
      places.byte(at: trouble.problemMark) == nil, trouble.context.hasPrefix("while parsing")
    {
      return Diagnostic(
        .yamlSyntax, "this `\(Character(Unicode.Scalar(byte)))` is never closed",
        hint: "add the closing bracket", at: places.character(at: openBracket))
    }
    if let finding = characterFinding(for: trouble, in: places) { return finding }
    let rule = rules.first {
      trouble.problem == $0.problem && trouble.context.hasPrefix($0.context)
    }
    guard let rule else {
      let context = trouble.context.isEmpty ? "" : " \(trouble.context)"
      return Diagnostic(
        .yamlSyntax, "the YAML parser stopped\(context): \(trouble.problem)",
        at: places.character(at: trouble.problemMark))
    }
    let problem = places.character(at: trouble.problemMark)
    if let longQuote, longQuote.end.line == problem.start.line {
      var opening = longQuote
      opening.end = Position(line: opening.start.line, column: opening.start.column + 1)
      return Diagnostic(
        .yamlSyntax, rule.message, hint: "was the quote of an earlier line never closed?",
        at: problem, notes: [Diagnostic.Note("the text in quotes begins here", at: opening)])
    }
    guard rule.place == .context, let mark = trouble.contextMark else {
      return Diagnostic(.yamlSyntax, rule.message, hint: rule.hint, at: problem)
    }
    let place = places.character(at: mark)
    let isKey = rule.problem == "could not find expected ':'"
    let hint = isKey ? missingColonHint(atLine: place.start.line, in: places) : nil
    return Diagnostic(
      .yamlSyntax, rule.message, hint: hint ?? rule.hint, at: place,
      notes: [Diagnostic.Note("it was noticed here", at: problem)])
  }

  /// Characters that cannot begin a value: what helps depends on the character.
  private static func characterFinding(
    for trouble: SyntaxTrouble, in places: SourcePlaces
  ) -> Diagnostic? {
    guard
      trouble.problem == "found character that cannot start any token"
        || trouble.problem.hasPrefix("found a tab character")
    else { return nil }
    let range = places.character(at: trouble.problemMark)
    guard let byte = places.byte(at: trouble.problemMark), byte != 0x09,
      !trouble.problem.hasPrefix("found a tab")
    else {
      return Diagnostic(
        .yamlSyntax, "a tab cannot be used for indentation", hint: "use spaces", at: range)
    }
    let character = Character(Unicode.Scalar(byte))
    return Diagnostic(
      .yamlSyntax, "a value cannot begin with `\(character)`",
      hint: "put the value in quotes", at: range)
  }

  private static let rules = [
    Rule(
      problem: "found unexpected end of stream", context: "while scanning a quoted scalar",
      place: .context, message: "this quote is never closed",
      hint: "add the closing quote; a quote inside the text is doubled (`''`) or escaped (`\\\"`)"),
    Rule(
      problem: "found unexpected document indicator", context: "while scanning a quoted scalar",
      place: .context, message: "this quote is not closed before the next document begins",
      hint: "add the closing quote"),
    Rule(
      problem: "could not find expected ':'", place: .context,
      message: "a `:` is missing after this key",
      hint: """
        write `key: value` with a space after the `:`; text over several lines needs quotes, or `|` \
        or `>` with every line below it indented
        """),
    Rule(
      problem: "mapping values are not allowed in this context", place: .problem,
      message: "a `:` is not possible here",
      hint: """
        put a value that contains `: ` in quotes; check the indentation, and that the key before \
        has a space after its `:`
        """),
    Rule(
      problem: "mapping keys are not allowed in this context", place: .problem,
      message: "a key is not possible here", hint: "check the indentation of the line"),
    Rule(
      problem: "block sequence entries are not allowed in this context", place: .problem,
      message: "a list item is not possible here",
      hint: "begin the list on a line of its own; put a value that begins with `- ` in quotes"),
    Rule(
      problem: "did not find expected key", context: "while parsing a block mapping",
      place: .problem, message: "a key of the mapping above is expected here",
      hint: "check the indentation; text after a closing quote or `]` belongs in the quotes"),
    Rule(
      problem: "did not find expected '-' indicator", place: .problem,
      message: "a list item `- …` or the end of the list is expected here",
      hint: "indent the line as the other items of the list"),
    Rule(
      problem: "did not find expected ',' or ']'", place: .context,
      message: "this `[` is not closed, or a comma is missing between two items",
      hint: "write `[one, two]`"),
    Rule(
      problem: "did not find expected ',' or '}'", place: .context,
      message: "this `{` is not closed, or a comma is missing between two entries",
      hint: "write `{one: 1, two: 2}`"),
    Rule(
      problem: "did not find expected node content", place: .problem,
      message: "a value is expected here",
      hint: "remove the extra comma or bracket, or put the text in quotes"),
    Rule(
      problem: "did not find expected <document start>", place: .problem,
      message: "the document has ended before this place",
      hint: "check the indentation; a second document begins with `---`"),
    Rule(
      problem: "found unknown escape character", place: .problem,
      message: "this is no escape that YAML knows",
      hint: "write `\\\\` for a backslash, or use single quotes"),
    Rule(
      problem: "did not find expected hexdecimal number", place: .problem,
      message: "this escape needs hexadecimal digits", hint: "write `\\\\` for a backslash"),
    Rule(
      problem: "found invalid Unicode character escape code", place: .problem,
      message: "this escape is no Unicode character", hint: "write the character itself"),
    Rule(
      problem: "found unexpected end of stream", place: .context,
      message: "the file ends in the middle of what begins here", hint: "complete it"),
    Rule(
      problem: "did not find expected comment or line break", place: .problem,
      message: "only a comment may follow here",
      hint: "begin the text of a `|` or `>` block on the next line"),
    Rule(
      problem: "did not find expected alphabetic or numeric character", place: .problem,
      message: "an anchor or alias has a name of letters, digits, `-` and `_`",
      hint: "put text that begins with `*` or `&` in quotes"),
    Rule(
      problem: "found undefined tag handle", place: .problem,
      message: "this tag is not known", hint: "put text that begins with `!` in quotes"),
    Rule(
      problem: "found incompatible YAML document", place: .problem,
      message: "only YAML 1.1 and 1.2 are read", hint: "remove the `%YAML` line"),
    Rule(
      problem: "found unknown directive name", place: .problem,
      message: "this directive is not known", hint: "put text that begins with `%` in quotes"),
  ]
}
