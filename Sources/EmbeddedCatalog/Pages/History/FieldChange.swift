import JSONDocuments

/// One value that came, went or became another between two versions.
struct FieldChange: Sendable, Hashable {
  /// A step on the way to a value.
  enum Step: Sendable, Hashable {
    /// A member, by the server's name for it.
    case field(String)
    /// An element of a list, by its own name.
    case element(String)
  }

  /// The way to the value, such as `mlFeatures`, `rating`, `description`.
  let path: [Step]
  let old: String?
  let new: String?
}
