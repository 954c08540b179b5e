import JSONDocuments

/// One row of an entity kind's table of fields.
struct EntityField: Sendable {
  /// What a create request says about the field.
  enum Request: Sendable {
    /// Nothing: the server fills it.
    case absent
    /// The value as the entity has it.
    case same
    /// Another form, such as a name instead of a reference.
    case shaped(Shape)
  }

  /// When an answer to GET holds the field.
  enum View: Sendable {
    /// Always, when there is a value.
    case always
    /// Only when asked for by `fields`; then this stands in for no value.
    case onDemand(empty: JSON?)
  }

  /// How the stored value becomes the shown one.
  enum Content: Sendable {
    case plain
    case reference
    case references
    case tags
    case custom(@Sendable (EntityRow, EntityPresenter) throws(CatalogFault) -> JSON?)
  }

  let name: String
  let shape: Shape
  var request: Request = .absent
  var isRequired = false
  var content: Content = .plain
  var view: View = .always
  var update: FieldUpdate = .fixed
  /// What is shown of an entity that holds nothing of this.
  var standard: JSON?
  var lines: Lines = .all
  /// The lines of these on which a create request knows the field.
  var requestLines: Lines = .all

  init(
    _ name: String, _ shape: Shape, request: Request = .absent, required: Bool = false,
    content: Content = .plain, view: View = .always, update: FieldUpdate = .fixed,
    standard: JSON? = nil, lines: Lines = .all
  ) {
    self.name = name
    self.shape = shape
    self.request = request
    self.isRequired = required
    self.content = content
    self.view = view
    self.update = update
    self.standard = standard
    self.lines = lines
  }

  /// The member of the create request, when there is one.
  func requestMember(_ line: ServerLine) -> Shape.Member? {
    if !requestLines.contains(line) { return nil }
    return switch request {
    case .absent: nil
    case .same: Shape.Member(name, shape, required: isRequired, lines: lines)
    case .shaped(let shape): Shape.Member(name, shape, required: isRequired, lines: lines)
    }
  }

  /// A field of the create request that is kept elsewhere or not at all.
  static func requested(_ name: String, _ shape: Shape, required: Bool = false) -> EntityField {
    EntityField(name, .any, request: .shaped(shape), required: required)
  }

  /// The same field on some lines only.
  func on(_ lines: Lines) -> EntityField {
    var field = self
    field.lines = lines
    return field
  }

  /// The same field of an entity whose create request knows it on some lines only.
  func requested(_ lines: Lines) -> EntityField {
    var field = self
    field.requestLines = lines
    return field
  }

  /// Whether GET leaves the field out unless asked.
  var isOnDemand: Bool { if case .onDemand = view { true } else { false } }
}
