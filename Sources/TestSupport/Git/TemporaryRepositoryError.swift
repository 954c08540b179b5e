/// Why a repository for a test could not be made.
struct TemporaryRepositoryError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
