import JSONDocuments

/// Teams and the teams above them.
enum TeamHierarchy {
  /// Teams that references lead to and every team above them, each once, the nearer ones first;
  /// a deleted team and what is above it count for nothing.
  static func teams(_ references: JSON?, _ session: StoreSession) throws(CatalogFault)
    -> [EntityRow]
  {
    var open = identifiers(references)[...]
    var seen: Set<String> = []
    var teams: [EntityRow] = []
    while let id = open.popFirst() {
      guard seen.insert(id).inserted, let team = try session.entity("team", id: id),
        !team.isDeleted
      else { continue }
      teams.append(team)
      open += identifiers(team.document["parents"])
    }
    return teams
  }

  private static func identifiers(_ references: JSON?) -> [String] {
    (references?.array ?? []).compactMap { $0["id"]?.string }
  }
}
