import JSONDocuments

/// What somebody else does to an entity right before a request is carried out.
struct ForeignWrite: Sendable, Hashable {
  /// The kind of the entity, such as `mlmodel`.
  let type: String
  /// Its fully qualified name.
  let name: String
  /// The patch (RFC 6902); nil deletes the entity softly.
  let patch: JSON?
}

extension ForeignWrite {
  /// Lets the administrator do it; an entity that is not there, or will not have it, stays as it is.
  func carryOut(in context: CatalogContext) throws(CatalogFault) {
    guard let kind = context.kinds[type],
      let row = try context.session.entity(type, named: name), !row.isDeleted
    else { return }
    do throws(CatalogFault) {
      _ = try context.session.attempt { () throws(CatalogFault) in
        if let patch {
          _ = try EntityPatcher(kind, context).patch(row, with: patch, matching: nil)
        } else {
          _ = try EntityRemover(kind, context).delete(row, hard: false, recursive: true)
        }
      }
    } catch {}
  }
}
