import Diagnostics
import ModelManifests
import RegisteredModels

/// Fills what a manifest leaves out with what the registry knows; what the file gives stays, the
/// explicitly empty included.
struct ManifestFilling {
  /// The manifest, filled.
  private(set) var manifest: ModelManifest
  /// Where the filled fields come from.
  private(set) var origins = Origins()
  /// Fields that the registry may give and could not tell.
  private(set) var unknown: Set<FieldPath> = []
  /// What is to be said.
  private(set) var findings = DiagnosticList()

  private var texts = VisibleTexts()
  private var secrets = RegisteredSecrets()
  /// What the file gives in a way that cannot be read: the registry's value is not what it wants.
  private let unread: Set<FieldPath>
  /// nil when the registry did not answer.
  private let version: RegisteredVersion?
  /// Where findings about filled values stand.
  private let place: SourceRange
  private let options: MergeOptions

  init(
    _ manifest: ModelManifest, with version: RegisteredVersion?, at place: SourceRange,
    _ options: MergeOptions
  ) {
    self.manifest = manifest
    unread = manifest.unreadFields
    self.version = version
    self.place = place
    self.options = options
    for field in Self.texts { fillText(field) }
    fillStore()
    fillFeatures()
    fillHyperParameters()
    fillTags()
    fillOwners()
    fillCustomProperties()
    let origin = version?.origin ?? ""
    if let finding = texts.finding(at: place, origin: origin, model: manifest.findingsKey) {
      findings.append(finding)
    }
    if let finding = secrets.finding(at: place, model: manifest.findingsKey) {
      findings.append(finding)
    }
  }

  // MARK: Texts

  private struct TextField: Sendable {
    let name: String
    let member: any WritableKeyPath<ModelManifest, Given<String>> & Sendable
    let source: any KeyPath<RegisteredVersion, Sourced<String>?> & Sendable
    var gap: RegistryGap.Subject?
  }

  private static let texts = [
    TextField(name: "description", member: \.description, source: \.description),
    TextField(name: "algorithm", member: \.algorithm, source: \.algorithm, gap: .run),
    TextField(name: "target", member: \.target, source: \.target, gap: .signature),
    TextField(name: "server", member: \.server, source: \.server, gap: .deployments),
    TextField(name: "sourceUrl", member: \.sourceUrl, source: \.sourceUrl),
  ]

  private mutating func fillText(_ field: TextField) {
    manifest[keyPath: field.member] = filled(
      manifest[keyPath: field.member], at: FieldPath(field.name),
      with: version?[keyPath: field.source], unless: field.gap)
  }

  private mutating func fillStore() {
    if unread.contains(.mlStore) { return }
    var store: StoreManifest
    switch manifest.mlStore {
    case .empty: return
    case .absent: store = StoreManifest()
    case .value(let given): store = given.value
    }
    let path = FieldPath.mlStore
    store.storage = filled(
      store.storage, at: path.member("storage"), with: version?.storage, unless: .storage)
    store.imageRepository = filled(
      store.imageRepository, at: path.member("imageRepository"), with: version?.imageRepository)
    guard store != StoreManifest() else { return }
    manifest.mlStore = .value(Located(store, at: manifest.mlStore.range ?? place))
  }

  /// A field with its value when the file leaves it out.
  private mutating func filled(
    _ field: Given<String>, at path: FieldPath, with value: Sourced<String>?,
    unless gap: RegistryGap.Subject? = nil
  ) -> Given<String> {
    guard case .absent = field, !unread.contains(path) else { return field }
    guard let value, !value.value.allSatisfy(\.isWhitespace) else {
      leave(path, unless: [gap].compactMap { $0 })
      return field
    }
    guard !secrets.leavesOut(value.value, "`\(path)`", at: value.origin) else {
      unknown.insert(path)
      return field
    }
    origins[entry: path] = .registry(value.origin)
    return .value(Located(texts.cleaned(value.value, "`\(path)`"), at: place))
  }

  /// Notes that neither gives a field: its absence is the registry's, unless that could not tell.
  private mutating func leave(_ path: FieldPath, unless gaps: [RegistryGap.Subject] = []) {
    guard let version, !version.gaps.contains(where: { gaps.contains($0.subject) }) else {
      unknown.insert(path)
      return
    }
    origins[entry: path] = .registry(version.origin)
  }

  // MARK: Lists

  private mutating func fillFeatures() {
    guard case .absent = manifest.mlFeatures, !unread.contains(.mlFeatures) else { return }
    guard let version, let signature = version.signature else {
      return leave(.mlFeatures, unless: [.signature])
    }
    let inputs = signature.inputs.filter { column in
      column.name.map { texts.allows(name: $0, "the name of a feature") } ?? true
    }
    let features = RegisteredFeatures(
      version, signature, inputs: inputs, options.tables, at: place)
    if let finding = features.finding(model: manifest.findingsKey) { findings.append(finding) }
    origins[entry: .mlFeatures] = .registry(signature.origin)
    for (path, origin) in features.origins { origins[entry: path] = origin }
    if !features.features.isEmpty {
      manifest.mlFeatures = .value(Located(features.features, at: place))
    }
  }

  private mutating func fillHyperParameters() {
    guard case .absent = manifest.mlHyperParameters, !unread.contains(.mlHyperParameters) else {
      return
    }
    leave(.mlHyperParameters, unless: [.run])
    let parameters = (version?.parameters ?? []).filter { parameter in
      parameter.value.value != "None"
        && texts.allows(name: parameter.name, "the name of a parameter")
        && !secrets.leavesOut(
          parameter.value.value, named: parameter.name, "the parameter `\(parameter.name)`",
          at: parameter.value.origin)
    }
    if parameters.isEmpty { return }
    for parameter in parameters {
      origins[entry: .mlHyperParameters.element(parameter.name)] =
        .registry(parameter.value.origin)
    }
    let filled = parameters.map { parameter in
      HyperParameterManifest(
        range: place, name: Located(parameter.name, at: place),
        value: Located(
          texts.cleaned(parameter.value.value, "the parameter `\(parameter.name)`"), at: place))
    }
    manifest.mlHyperParameters = .value(Located(filled, at: place))
  }

  // MARK: Sets

  private mutating func fillTags() {
    guard case .absent = manifest.tags, !unread.contains(.tags), let rules = options.registry.tags
    else { return }
    leave(.tags)
    var tags: [Located<String>] = []
    for tag in version?.tags ?? [] {
      let rule = rules.first { $0.key.value == tag.key && $0.value.value == tag.value.value }
      guard let name = rule?.tag.value, !tags.contains(where: { $0.value == name }) else {
        continue
      }
      tags.append(Located(name, at: place))
      origins[entry: .tags.element(name)] = .registry(tag.value.origin)
    }
    if !tags.isEmpty { manifest.tags = .value(Located(tags, at: place)) }
  }

  private mutating func fillOwners() {
    guard case .absent = manifest.owners, !unread.contains(.owners),
      let rules = options.registry.owners
    else { return }
    leave(.owners)
    // Users and teams cannot own a model together, so the first rule that names any decides.
    for rule in rules {
      guard let tag = version?.tags.first(where: { $0.key == rule.key.value }) else { continue }
      let owner = OwnerName(kind: rule.kind, name: tag.value.value)
      manifest.owners = .value(Located([Located(owner, at: place)], at: place))
      origins[entry: .owners] = .registry(tag.value.origin)
      return
    }
  }

  // MARK: Custom properties

  private mutating func fillCustomProperties() {
    if unread.contains(.customProperties) { return }
    if case .empty = manifest.extension { return }
    var entries = manifest.extension.value ?? []
    for property in RegistryProperty.allCases
    where !entries.contains(where: { $0.name.value == property.name }) {
      let path = FieldPath.customProperties.member(property.name)
      guard let value = version.flatMap({ property.value(of: $0) }) else {
        leave(path, unless: property.gaps)
        continue
      }
      if secrets.leavesOut(value.value, "`\(path)`", at: value.origin) {
        unknown.insert(path)
        continue
      }
      origins[entry: path] = .registry(value.origin)
      entries.append(
        CustomPropertyManifest(
          name: Located(property.name, at: place),
          value: .value(
            Located(.text(texts.cleaned(value.value, "`\(path)`")), at: place))))
    }
    guard !entries.isEmpty else { return }
    manifest.extension = .value(Located(entries, at: manifest.extension.range ?? place))
  }
}

extension RegistryProperty {
  /// What keeps the registry from knowing the fact.
  fileprivate var gaps: [RegistryGap.Subject] {
    switch self {
    case .mlRegistry, .mlModelVersion, .mlAliases, .mlStage: []
    case .mlRunId, .mlRunUrl, .mlMetrics, .mlGitCommit: [.run]
    case .mlTrainingData: [.run, .trainingData]
    }
  }
}
