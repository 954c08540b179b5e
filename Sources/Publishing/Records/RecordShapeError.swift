import Diagnostics
import JSONDocuments

/// A value of a lock or a plan that is not of the form that this program writes.
struct RecordShapeError: Error {
  /// The way to the value.
  let pointer: JSONPointer
  /// What is wrong, such as `is no text`; the subject is the value.
  let problem: String
}
