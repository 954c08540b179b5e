/// The entity that an entity lies in.
struct EntityContainer: Sendable {
  /// The member of the create request, such as `databaseSchema`.
  let member: String
  /// The type of the container, such as `databaseSchema`.
  let type: String
  /// Members of the container's document that its contents show too.
  var passedOn: [String] = []
}
