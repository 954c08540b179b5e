import Glibc

/// Texts as C wants them: an array of pointers that ends with a null.
final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  /// Copies the texts; one that holds a NUL ends there, as it would for the program.
  init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
