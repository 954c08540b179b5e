import Diagnostics
import ModelManifests
import OpenMetadataEntities

/// Looks up one owner.
struct OwnerCheck {
  /// Why an owner is none.
  struct Refusal: Error {
    let finding: Diagnostic
  }

  let owner: Located<OwnerName>
  let snapshot: CatalogSnapshot

  /// The reference to send, or what is wrong; nil when the owner was not looked up.
  func result(model: String) -> Result<EntityReference, Refusal>? {
    func refusal(
      _ code: DiagnosticCode, _ message: String, hint: String
    ) -> Result<EntityReference, Refusal> {
      .failure(
        Refusal(
          finding: Diagnostic(
            code, message, hint: hint, at: owner.range, fieldPath: "owners", model: model)))
    }
    let name = owner.value.name
    switch owner.value.kind {
    case .user:
      let key = CatalogNames.userName(name)
      guard let lookup = snapshot.users[key] else { return nil }
      guard let user = lookup.entity else {
        return refusal(
          .unknownUser,
          name.contains("@")
            ? "the catalog has no user `\(key)`, as whom `\(name)` is looked up"
            : "the catalog has no user `\(key)`",
          hint: suggestion(key, among: snapshot.users.compactMap { $0.value.entity?.reference })
            // No user's name has a space in it.
            ?? (name.contains(" ")
              ? "a team is written as `team:\(name)`"
              : "owners are users' names or e-mail addresses, or team:NAME"))
      }
      if name.contains("@"), user.email?.lowercased() != name.lowercased() {
        return refusal(
          .ownerEmailDiffers, "the user `\(key)` has another e-mail address than `\(name)`",
          hint: "write `\(key)` alone if this user is meant")
      }
      return .success(user.reference)
    case .team:
      guard let lookup = snapshot.teams[name] else { return nil }
      guard let team = lookup.entity else {
        return refusal(
          .unknownTeam, "the catalog has no team `\(name)`",
          hint: suggestion(name, among: snapshot.teams.compactMap { $0.value.entity?.reference })
            ?? "teams are named exactly as the catalog shows them")
      }
      guard team.teamType == "Group" else {
        return refusal(
          .teamCannotOwn,
          "the team `\(name)` is of type \(team.teamType), and only one of type Group can own",
          hint: "name a group inside it")
      }
      return .success(team.reference)
    }
  }

  private func suggestion(_ name: String, among references: [EntityReference]) -> String? {
    SpellingSuggestion.best(for: name, among: references.compactMap(\.name).sorted())
      .map { "did you mean `\($0)`?" }
  }
}
