/// Why a model is planned again while it is being written.
enum ReplanningCause: Sendable {
  /// Somebody else changed it since it was read.
  case moved
  /// It was brought back, and shows its edges only now.
  case restored
}
