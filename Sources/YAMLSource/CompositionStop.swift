/// Why a text is not read any further.
enum CompositionStop: Error {
  /// libyaml cannot go on.
  case syntax(SyntaxTrouble)
  /// A limit was passed; the finding is already in the list.
  case limit
}
