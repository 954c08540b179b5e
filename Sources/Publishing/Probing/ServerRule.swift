import OpenMetadataEntities

/// One thing that publishing takes for granted about a server, and can be tried.
struct ServerRule: Sendable {
  /// A short name, for reports.
  let id: String
  /// What it is about.
  let title: String
  /// Where it was read: the class of the server, or its documentation.
  let source: String
  /// What is assumed of a version, for a bot's token or a person's.
  let assumed: @Sendable (ServerVersion, Bool) -> String

  init(
    _ id: String, _ title: String, _ source: String,
    _ assumed: @escaping @Sendable (ServerVersion, Bool) -> String
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.assumed = assumed
  }

  init(_ id: String, _ title: String, _ source: String, always assumed: String) {
    self.init(id, title, source) { _, _ in assumed }
  }

  /// All of them, in the order in which they are tried.
  static let all: [ServerRule] = models + changes + lineage + lives

  private static let models = [
    ServerRule(
      "create-status", "a PUT of a model that is not there", "EntityResource.createOrUpdate",
      always: "201"),
    ServerRule(
      "first-version", "the version of a new model", "EntityRepository.createNewEntity",
      always: "0.1"),
    ServerRule(
      "feature-name", "the full name of a feature with a dot in its name",
      "FullyQualifiedName.quoteName", always: "quoted"),
    ServerRule(
      "parameter-text", "the value 0.50 of a hyper-parameter", "mlmodel.json, mlHyperParameter",
      always: "0.50"),
    ServerRule(
      "derived-edge", "lineage that a new model gets from its sources",
      "MlModelRepository.setMlFeatureSourcesLineage", always: "an edge without details"),
    ServerRule(
      "put-unchanged", "a PUT that changes nothing", "EntityRepository.EntityUpdater",
      always: "200, version 0.1"),
    ServerRule(
      "unknown-field", "a GET with a field that is none", "EntityUtil.Fields", always: "400"),
    ServerRule(
      "domain-field", "a GET with the fields domain and domains", "MlModelResource.FIELDS"
    ) { version, _ in version.isAtLeast(1, 9) ? "400 and 200" : "200 and 400" },
    ServerRule(
      "letter-case", "a GET by the name in other letters", "FullyQualifiedName.buildHash",
      always: "404"),
    ServerRule(
      "empty-list", "a list with limit=0", "ListFilter, EntityRepository.listAfter",
      always: "no data, total 1"),
    ServerRule(
      "quote-in-name", "a model with a quotation mark in its name", "FullyQualifiedName.quoteName"
    ) { version, _ in
      version.isAtLeast(1, 13) && !version.isAtLeast(2, 0) ? "201, doubled" : "400"
    },
  ]

  private static let changes = [
    ServerRule(
      "put-keeps-tags", "a PUT without the tags that are there", "EntityUpdater.updateTags",
      always: "kept"),
    ServerRule(
      "put-description", "a PUT without the description that is there",
      "EntityUpdater.updateDescription"
    ) { _, isBot in isBot ? "kept" : "removed" },
    ServerRule(
      "patch-version", "a PATCH of the description that tests the version first",
      "EntityRepository.patch", always: "200, minor version"),
    ServerRule(
      "read-back", "a GET right after a write", "EntityRepository.find", always: "what was written"),
    ServerRule(
      "patch-test", "a PATCH that tests for another version", "JsonPatchUtils, JSON-P",
      always: "refused, nothing changed"),
    ServerRule(
      "patch-major", "a PATCH of the algorithm", "MlModelRepository.MlModelUpdater",
      always: "200, major version"),
    ServerRule(
      "versions", "the list of versions", "EntityRepository.listVersions",
      always: "texts, newest first"),
    ServerRule(
      "weak-tag", "a PATCH with If-Match of the version", "EntityETag", always: "200"),
    ServerRule(
      "nested-under-if-match", "features in a PATCH with If-Match", "EntityResource.patchInternal",
      always: "written"),
    ServerRule(
      "strong-tag", "a PATCH with If-Match of the entity tag of GET", "EntityETag"
    ) { version, _ in
      // From 2.0 on the tag is made of the content, and matches nothing.
      version.isAtLeast(2, 0) ? "412" : version.isAtLeast(1, 9) ? "200" : "no entity tag"
    },
  ]

  private static let lineage = [
    ServerRule(
      "edge-columns", "an edge with a column that leads to a feature",
      "LineageRepository.addLineage",
      always: "the column is there"),
    ServerRule(
      "edge-invalid-column", "an edge with a column that leads to no feature",
      "LineageRepository.validateLineageDetails"
    ) { version, _ in version.isAtLeast(1, 13) ? "200, left out" : "400" },
    ServerRule(
      "edge-replaced", "a second PUT of an edge without its description",
      "LineageRepository.addLineage", always: "replaced as a whole"),
    ServerRule(
      "edge-on-update", "lineage from a source that a PATCH adds",
      "MlModelRepository.storeRelationships", always: "no edge"),
    ServerRule(
      "edge-deleted", "an edge that is deleted twice", "LineageResource.deleteLineage",
      always: "200, then 404"),
  ]

  private static let lives = [
    ServerRule(
      "soft-delete", "a model that was deleted", "EntityRepository.delete",
      always: "404, shown with include=all"),
    ServerRule(
      "restore", "a PUT of restore", "EntityResource.restoreEntity", always: "200, shown again"),
    ServerRule(
      "service-not-empty", "a DELETE of a service with a model in it",
      "EntityRepository.checkSystemEntityDeletion", always: "400"),
  ]
}
