/// The parts of an OpenMetadata `fullyQualifiedName`, outermost first, without their quotes.
///
/// Two names are equal when their parts are the same code points: a server looks names up by a hash
/// of the exact text, so `é` and `e` with a combining accent are two names.
public struct FullyQualifiedName: Sendable {
  /// The names of the entities from the service inwards, unquoted.
  public var parts: [String]

  /// Takes parts that are not quoted.
  public init(_ parts: [String]) {
    self.parts = parts
  }

  /// Splits a name as a server prints it.
  ///
  /// A quoted part may contain dots, and doubled quotes stand for one.
  /// - Throws: ``FullyQualifiedNameError`` for an empty part, a quote inside an unquoted part, a
  ///   quote that is not closed, or text after a closing quote.
  public init(parsing text: String) throws(FullyQualifiedNameError) {
    var splitter = NameSplitter(text)
    self.init(try splitter.parts())
  }

  /// The name as a server writes it.
  ///
  /// - Throws: ``FullyQualifiedNameError`` for an empty part and, where the server refuses quotes,
  ///   for a part with a quote or a line end in it.
  public func text(_ quoting: NameQuoting = .rejectsQuotes) throws(FullyQualifiedNameError)
    -> String
  {
    if parts.isEmpty { throw .emptyPart }
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "." }
      text += try quoting.quoted(part)
    }
    return text
  }

  /// The name of an entity inside this one.
  public func appending(_ part: String) -> FullyQualifiedName {
    FullyQualifiedName(parts + [part])
  }

  /// The name of the entity around this one; nil for the outermost.
  public var parent: FullyQualifiedName? {
    parts.count > 1 ? FullyQualifiedName(Array(parts.dropLast())) : nil
  }

  /// The innermost name; empty when there is no part.
  public var last: String { parts.last ?? "" }
}

extension FullyQualifiedName: Hashable {
  /// Compares code points: Swift's own comparison would find different names equal.
  public static func == (left: FullyQualifiedName, right: FullyQualifiedName) -> Bool {
    left.parts.elementsEqual(right.parts) { $0.utf8.elementsEqual($1.utf8) }
  }

  /// Hashes the parts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(parts)
  }
}
