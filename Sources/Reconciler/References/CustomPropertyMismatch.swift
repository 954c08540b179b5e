import Diagnostics

/// Why a value is none for its custom property.
struct CustomPropertyMismatch: Error {
  /// What is wrong, such as `is no integer`; the subject is the value.
  let problem: String
  /// What helps.
  let hint: String?
  /// The value at fault, which may be an item of a list.
  let range: SourceRange
  /// A finding of another kind that says it: a reference that leads nowhere.
  var finding: Diagnostic?
}
