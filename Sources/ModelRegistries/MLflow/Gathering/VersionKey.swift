/// A version of a registered model.
struct VersionKey: Hashable, Sendable {
  let name: String
  let version: String
}
