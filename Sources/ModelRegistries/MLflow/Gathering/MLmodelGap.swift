/// Why there is no `MLmodel` file, or none that can be read.
struct MLmodelGap: Error, Hashable, Sendable {
  /// A phrase.
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
