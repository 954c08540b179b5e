/// A place as libyaml counts it: everything from 0, columns in Unicode scalars.
struct Mark: Equatable {
  /// Scalars since the start of the text.
  let index: Int
  let line: Int
  let column: Int
}
