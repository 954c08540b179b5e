/// What a PUT or PATCH of an existing entity does to a field, and how the change is recorded.
enum FieldUpdate: Sendable {
  /// How much a change raises the version.
  enum Weight: Int, Sendable, Comparable {
    /// Stored without a new version.
    case none
    /// +0.1
    case minor
    /// +1.0
    case major

    static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// What is stored stays.
  case fixed
  /// Overwritten; nothing deletes.
  case value(Weight)
  /// Overwritten; nothing keeps.
  case keptWhenAbsent(Weight)
  /// Overwritten, but a bot's PUT leaves one that is there.
  case description
  /// Overwritten, but on later lines a bot's PUT leaves one that is there.
  case displayName
  /// A list of references; an empty PUT keeps.
  case owners
  /// A PUT adds, a PATCH replaces.
  case tags
  /// Replaced as a whole; nothing keeps; a bot's PUT leaves it.
  case customProperties
  /// A reference or a list of them; a bot cannot change one that is there.
  case domains
  /// Overwritten, nothing deletes; on later lines a bot's PUT leaves them.
  case dataProducts
  /// Compared as a set and replaced as a whole.
  case list(Weight)
  /// Raises the version only on lines before 1.11.
  case sourceHash
  /// A rule of the entity kind itself.
  case custom(@Sendable (inout EntityUpdate, String) throws(CatalogFault) -> Void)
}
