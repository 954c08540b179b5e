import FullyQualifiedNames
import JSONDocuments

/// An entity and what its page shows whatever its kind: where it lies, who changed it, its facts.
struct EntityPage {
  let row: EntityRow
  let viewer: Viewer
  /// The entity as GET answers it, without what the viewer may not see.
  let document: JSON
  /// The containers that the viewer may see from the outermost in, the entity itself left out.
  let containers: [EntityRow]
  let changer: Person

  init(_ row: EntityRow, _ viewer: Viewer) throws(CatalogFault) {
    self.row = row
    self.viewer = viewer
    var known: [String: Bool] = [:]
    document = try viewer.visible(EntityPresenter(viewer.context).document(row), &known)
    containers = try Self.containers(of: row, viewer)
    changer = try Person(document["updatedBy"]?.string ?? "", viewer.context)
  }

  private static func containers(of row: EntityRow, _ viewer: Viewer) throws(CatalogFault)
    -> [EntityRow]
  {
    let session = viewer.context.session
    var found: [EntityRow] = []
    var id = row.id
    for _ in 0..<8 {
      guard let parent = try session.incoming(.contains, of: id).first,
        let container = try session.entity(id: parent.source)
      else { break }
      if try viewer.mayView(container) { found.insert(container, at: 0) }
      id = container.id
    }
    return found
  }

  /// A part of the entity, or of an earlier version, without what the viewer may not see.
  func visible(_ value: JSON) throws(CatalogFault) -> JSON {
    var known: [String: Bool] = [:]
    return try viewer.visible(value, &known)
  }

  var label: String { EntitySummary.label(row) }
  var version: String { document["version"]?.number?.lexeme ?? "0.1" }

  func link(_ rest: String...) -> PageLink {
    PageLink((PagePath.prefix(of: row.type) ?? []) + [row.fullyQualifiedName] + rest)
  }

  // MARK: The head

  /// Where the entity lies, its name, and what it is in one line.
  ///
  /// - Parameter tellsVersion: Whether to say which version it is at now, and who made that one.
  func headline(_ sentence: Markup, tellsVersion: Bool = true) -> Markup {
    Markup("div", .class("headline")) {
      crumbs
      Markup("h1") { Markup.name(label) }
      Markup("p") { sentence }
      tellsVersion ? currentVersion : .empty
      Markup("span", .class("path muted")) { Markup.name(row.fullyQualifiedName) }
    }
  }

  private var currentVersion: Markup {
    Markup("p") {
      "Version "
      Markup("a", .href(link("versions", version))) { Markup("strong") { version } }
      ", "
      document["changeDescription"] == nil ? "created by " : "last changed by "
      changer.markup
      if let moment = document["updatedAt"]?.integer {
        " on "
        Markup.moment(moment)
      }
    }
  }

  private var crumbs: Markup {
    Markup("nav", .class("crumbs"), .label("Where this lies")) {
      Markup("ol") {
        Markup("li") { Markup("a", .href(.home)) { "Catalog" } }
        containers.map { container in
          Markup("li") {
            Markup.link(
              EntitySummary.label(container),
              PageLink.entity(container.type, container.fullyQualifiedName))
          }
        }
      }
    }
  }

  /// Links to the sections of the page.
  static func contents(_ sections: [(id: String, name: String)]) -> Markup {
    Markup("nav", .class("pages"), .label("On this page")) {
      Markup("ul") {
        sections.map { section in
          Markup("li") { Markup("a", .href(.fragment(section.id))) { section.name } }
        }
      }
    }
  }

  var description: Markup {
    .section("description", "Description") {
      Self.prose(document["description"])
        ?? .nothing("Nobody has described this \(EntityKindName.singular(row.type)) yet.")
    }
  }

  /// Text somebody wrote; nil for none.
  static func prose(_ value: JSON?) -> Markup? {
    guard let text = value?.string, !text.allSatisfy(\.isWhitespace) else { return nil }
    return Markup("div", .class("prose")) { Markdown.markup(text) }
  }
}
