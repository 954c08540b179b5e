/// What the lock's section of an environment knows of catalog and registries.
struct LockedState {
  let catalog: LockedCatalog
  let registrations: LockedRegistrations

  /// Reads the section; nil when there is none, or no lock.
  ///
  /// - Throws: ``Failure`` for a lock that cannot be read.
  init?(_ lock: LockFile?, of environment: String?) throws(Failure) {
    guard let lock else { return nil }
    let document = try lock.content.get()
    do throws(RecordShapeError) {
      guard let section = try document.section(of: environment) else { return nil }
      registrations = try LockedRegistrations(section)
      catalog = try LockedCatalog(section)
    } catch {
      throw lock.failure(error)
    }
  }
}
