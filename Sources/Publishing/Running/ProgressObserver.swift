/// Is told how far a run is; never on two threads at once.
public protocol ProgressObserver: Sendable {
  /// Takes where the run is now.
  func observe(_ progress: RunProgress)
}
