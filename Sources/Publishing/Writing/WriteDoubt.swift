import OpenMetadataAPI

extension OpenMetadataError {
  /// Whether the error says plainly that the server understood the write and will not do it.
  var isRefusal: Bool {
    switch self {
    case .forbidden, .refused: true
    default: false
    }
  }

  /// Whether nobody knows if the write arrived: no answer, or one that cannot be read.
  var hidesOutcome: Bool {
    switch self {
    case .unreachable, .gaveUp, .invalidAnswer: mayHaveTakenEffect
    default: false
    }
  }
}
