import JSONDocuments

/// All versions of an entity, and one of them.
struct HistoryPage {
  private static let pageSize = 25
  private let entity: EntityPage

  init(_ entity: EntityPage) { self.entity = entity }

  func list(page: Int) throws(CatalogFault) -> Page {
    guard (1...1_000_000).contains(page) else { throw .noRoute }
    let history = try VersionHistory(
      entity, from: (page - 1) * Self.pageSize, count: Self.pageSize)
    if history.entries.isEmpty { throw .noRoute }
    let last = (history.total + Self.pageSize - 1) / Self.pageSize
    return Page("Versions of \(entity.label)") {
      headline("All versions, the newest first. ")
      Markup.section("versions", "Version history", count: history.total) {
        history.entries.isEmpty ? .empty : history.markup
        if last > 1 {
          Markup("nav", .class("more"), .label("Pages")) {
            if page > 1 { Markup("a", .href(link(page - 1))) { "← Newer" } }
            Markup("span", .class("muted")) { "Page \(page) of \(last)" }
            if page < last { Markup("a", .href(link(page + 1))) { "Older →" } }
          }
        }
      }
    }
  }

  private func link(_ page: Int) -> PageLink {
    PageLink(
      (PagePath.prefix(of: entity.row.type) ?? []) + [entity.row.fullyQualifiedName, "versions"],
      query: page > 1 ? [("page", "\(page)")] : [])
  }

  /// - Throws: 404 for a version that never was, or whose change was folded into another.
  func version(_ text: String) throws(CatalogFault) -> Page {
    guard let version = EntityVersion(text), version.text == text else { throw .noRoute }
    let session = entity.viewer.context.session
    let isCurrent = version == EntityStoring.version(of: entity.row.document)
    let document =
      isCurrent ? entity.row.document : try session.version(version, of: entity.row.id)
    guard let document else { throw .noRoute }
    var people: [String: Person] = [:]
    let entry = try VersionHistory.entry(document, entity, &people)
    return Page("Version \(text) of \(entity.label)") {
      versionHeadline(text, isCurrent: isCurrent)
      Markup("section", .label("Changes of version \(text)")) {
        Markup("h2") {
          entry.changes == nil ? "Version \(text)" : "What changed in version \(text)"
        }
        Markup("p") {
          entry.changes == nil ? "Created by " : "Changed by "
          entry.person.markup
          " on "
          Markup.moment(entry.moment)
          if let previous = document["changeDescription"]?["previousVersion"]?.number?.lexeme {
            ", compared with "
            Markup("a", .href(entity.link("versions", previous))) { "version \(previous)" }
          }
        }
        VersionHistory.changes(entry)
      }
      Markup("p") { Markup("a", .href(entity.link("versions"))) { "All versions" } }
    }
  }

  private func headline(_ sentence: String) -> Markup {
    entity.headline(Markup(joining: [Markup(text: sentence), linkToNow]))
  }

  /// Of an earlier version, only the number of the current one, lest it be taken for this one.
  private func versionHeadline(_ version: String, isCurrent: Bool) -> Markup {
    let rest =
      isCurrent ? ", the current one. " : ", an earlier one; now it is \(entity.version). "
    return entity.headline(
      Markup(joining: [
        Markup(text: "Version "), Markup("strong") { version }, Markup(text: rest), linkToNow,
      ]), tellsVersion: false)
  }

  private var linkToNow: Markup {
    Markup("a", .href(entity.link())) {
      "The \(EntityKindName.singular(entity.row.type)) as it is now"
    }
  }
}
