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
      let type = label["source"]?.string == "Glossary" ? "glossaryTerm" : "tag"
      guard let tag = try context.session.entity(type, named: name), !tag.isDeleted else {
        throw .notFound(type, name)
      }
      for member in ["name", "displayName", "description", "style", "href"] { label[member] = nil }
      let stored = JSON.object(label)
      if !labels.contains(where: { EntityUpdate.isSame($0, stored) }) { labels.append(stored) }
    }
    try exclusion(labels)
    return labels
  }

  /// - Throws: 400 when two labels are of a classification whose tags exclude each other.
  func exclusion(_ labels: [JSON]) throws(CatalogFault) {
    var chosen: [String: String] = [:]
    for label in labels where label["source"]?.string == "Classification" {
      guard let name = label["tagFQN"]?.string,
        let tag = try context.session.entity("tag", named: name)
      else { continue }
      guard let parent = try context.session.incoming(.contains, of: tag.id).first?.source,
        let container = try context.session.entity(id: parent),
        container.document["mutuallyExclusive"] == true
      else { continue }
      if let other = chosen[parent], other != name {
        throw .badRequest(
          "Tag labels \(other) and \(name) are mutually exclusive and can't be assigned together")
      }
      chosen[parent] = name
    }
  }
}
