/// A query parameter that narrows a list.
struct ListFilter: Sendable {
  /// What the parameter's value is compared with.
  enum Comparison: Sendable {
    /// The fully qualified name of a container, near or far.
    case container
    /// The id of a container, near or far.
    case containerID(type: String)
    /// The fully qualified name of the entity that they lie in, without anything between.
    case parent
    /// The fully qualified name of an entity of a type that one of the fields refers to.
    case reference(members: [String], type: String)
    /// A truth value of the document.
    case flag(member: String)
    /// A text of the document.
    case text(member: String)
  }

  let parameter: String
  let comparison: Comparison

  static func container(_ parameter: String) -> ListFilter {
    ListFilter(parameter: parameter, comparison: .container)
  }

  /// What belongs to a domain by itself.
  static let domain = ListFilter(
    parameter: "domain",
    comparison: .reference(members: ["domain", "domains"], type: "domain"))

  static func flag(_ member: String) -> ListFilter {
    ListFilter(parameter: member, comparison: .flag(member: member))
  }
}
