import JSONDocuments

/// The roles that people have because of their teams.
enum TeamRoles {
  /// The default roles of teams and of every team above them, each once.
  static func inherited(from teams: JSON?, _ presenter: EntityPresenter) throws(CatalogFault)
    -> JSON
  {
    var roles: [JSON] = []
    for team in try TeamHierarchy.teams(teams, presenter.context.session) {
      for role in team.document["defaultRoles"]?.array ?? [] where !roles.contains(role) {
        roles.append(role)
      }
    }
    return .array(try presenter.references(.array(roles)))
  }
}
