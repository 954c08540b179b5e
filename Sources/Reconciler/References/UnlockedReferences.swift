import Diagnostics
import ModelManifests
import OpenMetadataEntities

/// What a model names and a snapshot that was made of a lock does not hold.
///
/// A snapshot that was read of a catalog holds everything that was asked for, be it that there is
/// no such thing.
struct UnlockedReferences {
  /// One finding for each reference, at its place, in the order of the file's fields.
  private(set) var findings: [Diagnostic] = []

  private let desired: DesiredModel
  private let snapshot: CatalogSnapshot
  private let names: CatalogNames
  /// What makes the lock anew.
  private let command: String

  init(_ desired: DesiredModel, in snapshot: CatalogSnapshot, lockedBy command: String) {
    self.command = command
    self.desired = desired
    self.snapshot = snapshot
    names = CatalogNames(snapshot.capabilities.quoting)
    let manifest = desired.manifest
    for owner in manifest.owners.value ?? [] { check(owner) }
    checkTags(manifest.tags, at: .tags)
    if case .value(let tier) = manifest.tier { checkTag(tier, at: .tier) }
    check(manifest.glossaryTerms, .glossaryTerm, at: .glossaryTerms)
    check(manifest.domains, .domain, at: .domains)
    check(manifest.dataProducts, .dataProduct, at: .dataProducts)
    if case .value(let dashboard) = manifest.dashboard {
      check(dashboard, .dashboard, at: .dashboard)
    }
    checkCustomProperties(manifest.extension.value ?? [])
    for feature in manifest.mlFeatures.value ?? [] { check(feature) }
  }

  private mutating func check(_ feature: FeatureManifest) {
    let path = FieldPath.mlFeatures.element(feature.name.value)
    checkTags(feature.tags, at: path.member("tags"))
    check(feature.glossaryTerms, .glossaryTerm, at: path.member("glossaryTerms"))
    for source in feature.featureSources.value ?? [] {
      let path = path.member("featureSources").element(source.key)
      if case .value(let table) = source.dataSourceFqn,
        snapshot.tables[names.normalised(table.value)] == nil
      {
        report("table", table, at: path.member("dataSource"))
      }
      checkTags(source.tags, at: path.member("tags"))
    }
  }

  private mutating func check(_ owner: Located<OwnerName>) {
    let name = owner.value.name
    let isLocked =
      switch owner.value.kind {
      case .user: snapshot.users[CatalogNames.userName(name)] != nil
      case .team: snapshot.teams[name] != nil
      }
    if isLocked { return }
    let kind = owner.value.kind == .user ? "user" : "team"
    report(kind, Located(name, at: owner.range), at: .owners)
  }

  private mutating func checkTags(_ tags: Given<[Located<String>]>, at path: FieldPath) {
    for tag in tags.value ?? [] { checkTag(tag, at: path) }
  }

  private mutating func checkTag(_ tag: Located<String>, at path: FieldPath) {
    if snapshot.tags[names.normalised(tag.value)] == nil { report("tag", tag, at: path) }
  }

  private mutating func check(
    _ members: Given<[Located<String>]>, _ kind: NamedEntity.Kind, at path: FieldPath
  ) {
    for member in members.value ?? [] { check(member, kind, at: path) }
  }

  private mutating func check(
    _ name: Located<String>, _ kind: NamedEntity.Kind, at path: FieldPath
  ) {
    let entity = NamedEntity(kind, names.normalised(name.value))
    if snapshot.entities[entity] == nil { report(kind.words, name, at: path) }
  }

  private mutating func checkCustomProperties(_ properties: [CustomPropertyManifest]) {
    if snapshot.customProperties == nil {
      if let first = properties.first {
        report("custom property", first.name, at: .customProperties.member(first.name.value))
      }
      return
    }
    let references = CustomPropertyReferences(desired, snapshot)
    for property in properties {
      for (text, entity) in references.references(of: property)
      where snapshot.entities[entity] == nil {
        report(entity.kind.words, text, at: .customProperties.member(property.name.value))
      }
    }
  }

  private mutating func report(_ what: String, _ name: Located<String>, at path: FieldPath) {
    findings.append(
      Diagnostic(
        .referenceNotLocked, "the \(what) `\(name.value)` is not in the lock",
        hint: "run `\(command)` where the catalog can be reached, and commit mlcatalog.lock",
        at: name.range, fieldPath: path.description, model: desired.manifest.findingsKey))
  }
}
