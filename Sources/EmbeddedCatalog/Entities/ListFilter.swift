/// A query parameter that narrows a list.
struct ListFilter: Sendable {
  /// What the parameter's value is compared with.
  enum Comparison: Sendable {
    /// The fully qualified name of a container, near or far.
    case container
    /// A truth value of the document.
    case flag(member: String)
  }

  let parameter: String
  let comparison: Comparison

  static func container(_ parameter: String) -> ListFilter {
    ListFilter(parameter: parameter, comparison: .container)
  }

  static func flag(_ member: String) -> ListFilter {
    ListFilter(parameter: member, comparison: .flag(member: member))
  }
}
