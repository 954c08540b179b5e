import Diagnostics
import JSONDocuments

/// A value of a lock that is not of the form that `mlcatalog lock` writes.
struct LockShapeError: Error {
  /// The way to the value.
  let pointer: JSONPointer
  /// What is wrong, such as `is no text`; the subject is the value.
  let problem: String
}
