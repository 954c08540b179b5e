/// Comparison of strings by code points, which JSON means by equality (RFC 8259 §8.3).
///
/// Swift's `==` finds `é` and `e` with a combining accent equal; two keys or values that differ so
/// are different for every server.
enum CodePoints {
  static func equal(_ left: String, _ right: String) -> Bool {
    // Most keys that are compared differ in length.
    left.utf8.count == right.utf8.count && left == right && left.utf8.elementsEqual(right.utf8)
  }

  static func ascending(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
