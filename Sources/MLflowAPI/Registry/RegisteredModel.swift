/// A registered model, as `registered-models/get` and `registered-models/search` show it.
public struct RegisteredModel: Sendable, Hashable {
  /// The name.
  public let name: String
  /// What people wrote about it.
  public let description: String?
  /// When it was made, in milliseconds since 1970.
  public let creationTimestamp: Int64?
  /// When it was changed last; tags, aliases and descriptions of versions do not count.
  public let lastUpdatedTimestamp: Int64?
  /// The newest version of each stage, deleted ones left out, without their aliases.
  public let latestVersions: [ModelVersion]
  /// The tags.
  public let tags: [String: String]
  /// The aliases and the version that each points to, which may be deleted.
  public let aliases: [String: String]

  /// Whether it is a prompt: prompts live in the tables of the models and answer to their calls.
  public var isPrompt: Bool { tags["mlflow.prompt.is_prompt"]?.lowercased() == "true" }

  init(_ answer: AnswerObject) throws(MLflowError) {
    name = try answer.requiredText("name")
    description = try answer.text("description")
    creationTimestamp = try answer.integer("creation_timestamp")
    lastUpdatedTimestamp = try answer.integer("last_updated_timestamp")
    latestVersions = try answer.list("latest_versions", of: ModelVersion.init)
    for version in latestVersions {
      try AnswerMatch.check(version.name, is: name, "registered model", isNameOfModel: true)
    }
    tags = try answer.pairs("tags")
    var aliases: [String: String] = [:]
    for alias in try answer.objects("aliases") {
      aliases[try alias.requiredText("alias")] = try alias.requiredText("version")
    }
    self.aliases = aliases
  }
}
