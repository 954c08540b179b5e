import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// What a desired model comes to in this catalog: its leaves with every name looked up.
struct Resolution: Sendable {
  /// A column of a table that a feature is made from.
  struct Line: Sendable {
    let table: Table
    /// nil when the table has no such column.
    let column: Column?
    let feature: FeatureManifest
    let source: FeatureSourceManifest
    /// The source's path.
    let path: FieldPath
  }

  /// The leaves.
  var fields = DesiredFields()
  /// The sources whose table was found, in the order of the file.
  var lines: [Line] = []
  /// How the references to tables came out.
  var references = ReferenceCounts()
  /// What is wrong with the references.
  var findings = DiagnosticList()

  let desired: DesiredModel
  let snapshot: CatalogSnapshot
  let current: MlModel?
  let names: CatalogNames

  /// Looks everything up that a model names.
  init(_ desired: DesiredModel, in snapshot: CatalogSnapshot, current: MlModel?) {
    self.desired = desired
    self.snapshot = snapshot
    self.current = current
    names = CatalogNames(snapshot.capabilities.quoting)
    fields.origins = desired.origins
    for path in desired.unknown { fields.setAside(path) }
    fields.addTexts(of: desired.manifest)
    addOwners(desired.manifest.owners)
    addTags(desired.manifest.tags, at: .tags)
    addTier(desired.manifest.tier)
    addGlossaryTerms(desired.manifest.glossaryTerms, at: .glossaryTerms)
    addDomains(desired.manifest.domains)
    addReferences(desired.manifest.dataProducts, .dataProduct, at: .dataProducts)
    addDashboard(desired.manifest.dashboard)
    addCustomProperties(desired.manifest.extension)
    for feature in fields.entries(desired.manifest.mlFeatures, at: .mlFeatures) {
      addFeature(feature)
    }
    fields.addParameters(of: desired.manifest)
    let rules = SourceRules(desired: desired, lines: lines, names: names)
    for finding in rules.findings { findings.append(finding) }
  }

  private mutating func addFeature(_ feature: FeatureManifest) {
    let path = FieldPath.mlFeatures.element(feature.name.value)
    fields.addTexts(of: feature, at: path)
    addTags(feature.tags, at: path.member("tags"))
    addGlossaryTerms(feature.glossaryTerms, at: path.member("glossaryTerms"))
    let sources = path.member("featureSources")
    for source in fields.entries(feature.knownSources, at: sources) {
      addSource(source, of: feature, at: sources)
    }
  }

  private mutating func addSource(
    _ source: FeatureSourceManifest, of feature: FeatureManifest, at list: FieldPath
  ) {
    if case .absent = source.dataSourceFqn { noteMissingTable(source, at: list) }
    let tableName = source.dataSourceFqn.value.map { names.normalised($0) }
    let written = ModelDocument.sourceKey(tableName, column: source.name.value)
    let table = table(tableName, of: source, at: list.element(written))
    let reference = table?.reference ?? unseenTable(tableName, of: source, of: feature)
    if reference == nil, tableName != nil, desired.origins.isRegistered(list) { return }
    // The model keeps the server's name of a table, and none when there is no such table.
    // One that it keeps by another name of the table, or by its id alone, is the same source.
    let path = list.element(
      knownKey(of: source, in: reference, feature)
        ?? ModelDocument.sourceKey(reference?.fullyQualifiedName, column: source.name.value))
    fields.origins[entry: path] = desired.origins[entry: list.element(source.key)]
    fields.addTexts(of: source, at: path)
    if let reference, let range = source.dataSourceFqn.range {
      fields.add(
        reference.normalForm, at: path.member("dataSource"), from: range,
        payload: reference.document)
    }
    if let table {
      let check = ColumnCheck(source: source, feature: feature, table: table)
      for finding in check.findings(at: path, model: desired.manifest.findingsKey) {
        findings.append(finding)
      }
      lines.append(
        Line(
          table: table, column: check.column, feature: feature, source: source, path: path))
    }
    addTags(source.tags, at: path.member("tags"))
  }

  private mutating func noteMissingTable(_ source: FeatureSourceManifest, at list: FieldPath) {
    let path = list.element(ModelDocument.sourceKey(nil, column: source.name.value))
    findings.append(
      Diagnostic(
        .sourceWithoutTable, "`\(source.name.value)` names no table, so it gives no lineage",
        hint: "add dataSourceFqn: service.database.schema.table, or dataSourceFqn: ~ for none",
        at: source.name.range, fieldPath: path.member("name").description,
        model: desired.manifest.findingsKey))
  }

  /// The table that a source of the catalog's model has already, when it is deleted or may not be
  /// seen: whoever silences the finding about that does not ask to take it away.
  private func unseenTable(
    _ name: String?, of source: FeatureSourceManifest, of feature: FeatureManifest
  ) -> EntityReference? {
    switch name.flatMap({ snapshot.tables[$0] }) {
    case .deleted?, .forbidden?: break
    case .found?, .notFound?, nil: return nil
    }
    let known = knownSources(of: source, of: feature).first { known in
      known["dataSource"]?["fullyQualifiedName"]?.string == name
    }
    return EntityReference(known?["dataSource"])
  }

  /// What names the source of the same column and table in the catalog's model; nil when it has
  /// none such.
  private func knownKey(
    of source: FeatureSourceManifest, in table: EntityReference?, _ feature: FeatureManifest
  ) -> String? {
    guard let table else { return nil }
    return knownSources(of: source, of: feature).first { known in
      EntityReference(known["dataSource"]) == table
    }.flatMap { ModelDocument.sourceKey($0) }
  }

  /// The sources of the catalog's model that are of the same feature and have the same name.
  private func knownSources(
    of source: FeatureSourceManifest, of feature: FeatureManifest
  ) -> [JSON] {
    let features = current?.document["mlFeatures"]?.array ?? []
    let known = features.first { $0["name"]?.string == feature.name.value }?["featureSources"]
    return (known?.array ?? []).filter { $0["name"]?.string == source.name.value }
  }

  private mutating func table(
    _ name: String?, of source: FeatureSourceManifest, at path: FieldPath
  ) -> Table? {
    guard let name, case .value(let written) = source.dataSourceFqn else { return nil }
    references.declared += 1
    guard let lookup = snapshot.tables[name] else {
      references.notChecked += 1
      return nil
    }
    if let table = lookup.entity {
      references.resolved += 1
      return table
    }
    references.unresolved += 1
    let check = TableCheck(
      name: name, written: written, lookup: lookup, neighbours: snapshot.neighbours[name] ?? [])
    if let finding = check.finding(
      at: path.member("dataSource"), model: desired.manifest.findingsKey)
    {
      findings.append(attributed(finding, as: .registeredTableNotFound, path))
    }
    return nil
  }

  private mutating func addTags(_ tags: Given<[Located<String>]>, at path: FieldPath) {
    for tag in fields.entries(tags, at: path) {
      guard let label = label(tag, at: path) else { continue }
      let isModelTier = label.isTier && path == .tags
      let leaf = isModelTier ? .tier : path.element(label.tagFQN)
      fields.origins[entry: leaf] = desired.origins[entry: path.element(tag.value)]
      fields.add(.string(label.tagFQN), at: leaf, from: tag.range, payload: label.document)
    }
  }

  private mutating func addTier(_ tier: Given<String>) {
    switch tier {
    case .absent: break
    case .empty(let range): fields.empty(.tier, at: range)
    case .value(let tier):
      guard let label = label(tier, at: .tier) else { return }
      fields.add(.string(label.tagFQN), at: .tier, from: tier.range, payload: label.document)
    }
  }

  private mutating func label(_ tag: Located<String>, at path: FieldPath) -> TagLabel? {
    switch snapshot.tags[names.normalised(tag.value)] {
    case .found(let label)?: return label
    case nil: return nil
    case .notFound?, .forbidden?, .deleted?:
      fields.setAside(path)
      if path == .tags, TagLabel(tagFQN: tag.value).isTier { fields.setAside(.tier) }
      let check = LabelCheck(tag: names.normalised(tag.value), snapshot: snapshot)
      let finding = Diagnostic(
        .labelNotFound, "the catalog has no tag `\(tag.value)`", hint: check.hint,
        at: tag.range, fieldPath: path.description, model: desired.manifest.findingsKey)
      findings.append(attributed(finding, as: .registeredTagUnknown, path.element(tag.value)))
      return nil
    }
  }

  private mutating func addOwners(_ owners: Given<[Located<OwnerName>]>) {
    for owner in fields.entries(owners, at: .owners) {
      let check = OwnerCheck(owner: owner, snapshot: snapshot)
      switch check.result(model: desired.manifest.findingsKey) {
      case nil: break
      case .failure(let finding)?:
        fields.setAside(.owners)
        findings.append(attributed(finding.finding, as: .registeredOwnerUnknown, .owners))
      case .success(let reference)?: add(reference, to: .owners, from: owner.range)
      }
    }
  }
}
