import FullyQualifiedNames
import JSONDocuments

/// Whether labels name tags that exist and may stand together.
struct TagCheck {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// The labels as they are stored: without what belongs to the tag itself, each once.
  ///
  /// - Throws: 404 for an unknown tag, 400 for two that exclude each other.
  func stored(_ value: JSON?) throws(CatalogFault) -> [JSON] {
    var labels: [JSON] = []
    for element in value?.array ?? [] {
      guard case .object(var label) = element, let name = label["tagFQN"]?.string else { continue }
      // What a term brings with it is shown wherever the term is, not kept.
      if label["labelType"] == "Derived" { continue }
      guard let tag = try tag(of: element), !tag.isDeleted || isHeld(element) else {
        throw .notFound(Self.type(of: element), name)
      }
      for member in ["name", "displayName", "description", "style", "href"] { label[member] = nil }
      let stored = JSON.object(label)
      if !labels.contains(where: { EntityUpdate.isSame($0, stored) }) { labels.append(stored) }
    }
    try exclusion(labels)
    return labels
  }

  /// - Throws: 400 when two labels belong to something whose members exclude each other.
  func exclusion(_ labels: [JSON]) throws(CatalogFault) {
    var chosen: [String: String] = [:]
    for label in labels {
      guard let tag = try tag(of: label),
        let parent = try context.session.incoming(.contains, of: tag.id).first?.source,
        let container = try context.session.entity(id: parent),
        container.document["mutuallyExclusive"] == true
      else { continue }
      if let other = chosen[parent], other != tag.fullyQualifiedName {
        throw .badRequest(
          "Tag labels \(other) and \(tag.fullyQualifiedName) are mutually exclusive and "
            + "can't be assigned together")
      }
      chosen[parent] = tag.fullyQualifiedName
    }
  }

  /// The tag or the glossary term that a label names.
  func tag(of label: JSON) throws(CatalogFault) -> EntityRow? {
    guard let name = label["tagFQN"]?.string else { return nil }
    return try context.session.entity(Self.type(of: label), named: name)
  }

  static func type(of label: JSON) -> String {
    label["source"] == "Glossary" ? "glossaryTerm" : "tag"
  }

  private func isHeld(_ label: JSON) -> Bool {
    context.heldLabels.contains { EntityUpdate.isSame($0, label) }
  }

  /// Every label within an entity, its own and those of its parts.
  static func labels(in value: JSON) -> [JSON] {
    switch value {
    case .array(let elements): return elements.flatMap(labels)
    case .object(let object):
      if object["tagFQN"] != nil { return [value] }
      return object.members.flatMap { labels(in: $0.value) }
    default: return []
    }
  }
}
