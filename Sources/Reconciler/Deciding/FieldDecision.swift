import JSONDocuments

/// What is done about one field.
enum FieldDecision: Sendable, Equatable {
  /// What a write does to others' values.
  enum Overwriting: Sendable, Equatable {
    /// Nothing: the value there was ours, or there was none.
    case nothing
    /// Somebody's edit of our value goes.
    case edit(Edit)
    /// A value goes that was never ours.
    case unpublished
  }

  /// Why a value stays that the file gives otherwise.
  enum Reason: Sendable, Equatable {
    /// Somebody edited it, and the file did not move.
    case edited(Edit)
    /// It was never ours.
    case unpublished
    /// The catalog owns the field.
    case ownership(Edit?)
  }

  /// Nothing is to be done.
  case nothing
  /// The value is written; nil removes what is there.
  case write(JSON?, overwriting: Overwriting)
  /// The catalog's value stays.
  case keep(Reason)
  /// Both sides moved; the catalog's value stays.
  case conflict(Edit)
}
