import JSONDocuments

/// What a JSON value of a request must look like.
indirect enum Shape: Sendable {
  /// Anything at all.
  case any
  /// A text of so many characters; a number or a truth value is taken as its text.
  case text(minimum: Int = 0, maximum: Int)
  /// The name of an entity.
  case name
  /// The name of a column.
  case columnName
  /// The name of a custom property.
  case customPropertyName
  /// An e-mail address.
  case email
  /// An absolute URI.
  case uri
  case boolean
  case integer
  case number
  /// One of these words.
  case oneOf([Word])
  case list(Shape)
  /// These members; what happens to others is said.
  case object([Member], others: Others = .refused)
  /// A shape that holds itself.
  case recursive(@Sendable () -> Shape)

  /// What happens to members an object does not know.
  enum Others: Sendable {
    case refused
    case dropped
    case kept
  }

  /// A word of an enumeration and where it exists.
  struct Word: Sendable {
    let text: String
    var lines: Lines = .all
  }

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let shape: Shape
    var isRequired = false
    var lines: Lines = .all

    init(_ name: String, _ shape: Shape, required: Bool = false, lines: Lines = .all) {
      self.name = name
      self.shape = shape
      self.isRequired = required
      self.lines = lines
    }
  }

  /// A text of any length.
  static let text = Shape.text(maximum: .max)

  /// A fully qualified name.
  static let fullyQualifiedName = Shape.text(minimum: 1, maximum: 3072)

  /// One of these words on every line.
  static func words(_ texts: String...) -> Shape { .oneOf(texts.map { Word(text: $0) }) }
}
