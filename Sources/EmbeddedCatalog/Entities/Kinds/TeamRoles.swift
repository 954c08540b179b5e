import JSONDocuments

/// The roles that people have because of their teams.
enum TeamRoles {
  /// The default roles of teams and of every team above them, each once.
  static func inherited(from teams: JSON?, _ presenter: EntityPresenter) throws(CatalogFault)
    -> JSON
  {
    let session = presenter.context.session
    var open = (teams?.array ?? []).compactMap { $0["id"]?.string }
    var seen: Set<String> = []
    var roles: [JSON] = []
    while let id = open.popLast() {
      guard seen.insert(id).inserted, let team = try session.entity("team", id: id) else {
        continue
      }
      for role in team.document["defaultRoles"]?.array ?? [] where !roles.contains(role) {
        roles.append(role)
      }
      open += (team.document["parents"]?.array ?? []).compactMap { $0["id"]?.string }
    }
    return .array(try presenter.references(.array(roles)))
  }
}
