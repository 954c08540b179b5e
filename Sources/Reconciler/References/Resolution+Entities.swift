import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Glossary terms, domains, data products and the dashboard.
extension Resolution {
  /// Adds labels of a glossary, those of the model or of a feature.
  mutating func addGlossaryTerms(_ terms: Given<[Located<String>]>, at path: FieldPath) {
    for term in fields.entries(terms, at: path) {
      guard let reference = reference(term, .glossaryTerm, at: path),
        let name = reference.fullyQualifiedName
      else { continue }
      noteUnapproved(term, reference, at: path)
      let label = TagLabel(tagFQN: name, source: TagLabel.glossary)
      fields.add(
        .string(name), at: path.element(name), from: term.range, payload: label.document)
    }
  }

  /// Says of a term that it is not, or no longer, approved.
  private mutating func noteUnapproved(
    _ term: Located<String>, _ reference: EntityReference, at path: FieldPath
  ) {
    guard let status = reference.status, !["Approved", "Unprocessed"].contains(status) else {
      return
    }
    report(
      .termNotApproved, "the glossary term `\(term.value)` has the status \(status)",
      hint: "let a reviewer approve it in the catalog, or name another term", at: term.range, path)
  }

  /// Adds the domains in the way of the server's line: a list, or the only one.
  mutating func addDomains(_ domains: Given<[Located<String>]>) {
    if snapshot.capabilities.hasDomainList {
      addReferences(domains, .domain, at: .domains)
      return
    }
    switch domains {
    case .absent: break
    case .empty(let range): fields.empty(.domain, at: range)
    case .value(let list):
      if let second = list.value.dropFirst().first {
        report(
          .severalDomains,
          "OpenMetadata \(snapshot.capabilities.version.text) keeps one domain for each model",
          hint: "keep one; from 1.9 on a model may have several", at: second.range, .domain)
        fields.setAside(.domain)
        return
      }
      guard let domain = list.value.first else { return fields.empty(.domain, at: list.range) }
      addReference(domain, .domain, at: .domain)
    }
  }

  /// Adds the dashboard.
  mutating func addDashboard(_ dashboard: Given<String>) {
    switch dashboard {
    case .absent: break
    case .empty(let range): fields.empty(.dashboard, at: range)
    case .value(let name): addReference(name, .dashboard, at: .dashboard)
    }
  }

  /// Adds the members of a set of references.
  mutating func addReferences(
    _ members: Given<[Located<String>]>, _ kind: NamedEntity.Kind, at set: FieldPath
  ) {
    for member in fields.entries(members, at: set) {
      guard let reference = reference(member, kind, at: set) else { continue }
      add(reference, to: set, from: member.range)
    }
  }

  /// Adds a member of a set of references, unless the model inherits it: then it is shown already,
  /// and a server tells no difference.
  mutating func add(_ reference: EntityReference, to set: FieldPath, from range: SourceRange) {
    let known = ModelDocument.references(current?.document, in: set).first { $0 == reference }
    guard known?.isInherited != true else { return }
    // The same id under another name is the same thing.
    fields.add(
      reference.normalForm, at: ModelDocument.path(of: known ?? reference, in: set), from: range,
      payload: reference.document)
  }

  private mutating func addReference(
    _ name: Located<String>, _ kind: NamedEntity.Kind, at path: FieldPath
  ) {
    guard let reference = reference(name, kind, at: path) else { return }
    let known = EntityReference(current?.document[path.topLevelMember])
    if known == reference, known?.isInherited == true { return }
    fields.add(reference.normalForm, at: path, from: name.range, payload: reference.document)
  }

  private mutating func reference(
    _ name: Located<String>, _ kind: NamedEntity.Kind, at path: FieldPath
  ) -> EntityReference? {
    let entity = NamedEntity(kind, names.normalised(name.value))
    let check = EntityCheck(
      entity: entity, written: name, snapshot: snapshot, present: present(at: path))
    if let finding = check.finding(at: path, model: desired.manifest.findingsKey) {
      findings.append(finding)
    }
    let reference = snapshot.entities[entity]?.entity
    if reference == nil { fields.setAside(path) }
    return reference
  }

  /// The names of what the model has in a field now, one of which may be the new name of something.
  private func present(at path: FieldPath) -> [String] {
    guard let document = current?.document else { return [] }
    if path == .glossaryTerms {
      return ModelDocument.labels(of: document, at: nil)
        .filter { $0.source == TagLabel.glossary && $0.path != nil }.map(\.tagFQN)
    }
    let single = EntityReference(document[path.topLevelMember])
    let references = single.map { [$0] } ?? ModelDocument.references(document, in: path)
    return references.filter { !$0.isInherited }.compactMap { $0.fullyQualifiedName ?? $0.name }
  }

  /// Notes a finding about a field.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, hint: String, at range: SourceRange,
    _ path: FieldPath
  ) {
    findings.append(
      Diagnostic(
        code, message, hint: hint, at: range, fieldPath: path.description,
        model: desired.manifest.findingsKey))
  }
}
