/// Models, tables and services, all of them or those of a name.
struct ListPages {
  private struct List {
    /// The last segment of the path, as OpenMetadata's own pages have it.
    let path: String
    let heading: String
    let types: [String]
  }

  private static let lists = [
    List(path: "mlmodels", heading: "Models", types: ["mlmodel"]),
    List(path: "tables", heading: "Tables", types: ["table"]),
    List(path: "services", heading: "Services", types: ["mlmodelService", "databaseService"]),
  ]
  private static let pageSize = 50
  private static let shortSize = 10

  private let viewer: Viewer
  private let query: String

  init(_ viewer: Viewer, query: String) {
    self.viewer = viewer
    self.query = String(query.prefix(200))
  }

  /// The first few of everything.
  func overview() throws(CatalogFault) -> Page {
    var sections: [Markup] = []
    var total = 0
    for list in Self.lists {
      let found = try find(list, from: 0, count: Self.shortSize)
      total += found.total
      if found.total == 0, !query.isEmpty { continue }
      sections.append(section(list, found))
    }
    return Page(query.isEmpty ? "Catalog" : "Search for \(query)", search: query) {
      heading
      if total == 0, !query.isEmpty {
        Markup("div", .class("box")) {
          Markup.nothing("No model, table or service has this in its name.")
        }
      }
      sections
    }
  }

  /// One kind, page by page.
  func list(_ path: String, page: Int) throws(CatalogFault) -> Page {
    guard let list = Self.lists.first(where: { $0.path == path }), (1...1_000_000).contains(page)
    else { throw .noRoute }
    let start = (page - 1) * Self.pageSize
    let found = try find(list, from: start, count: Self.pageSize)
    if found.rows.isEmpty, page > 1 { throw .noRoute }
    return Page("\(list.heading)", search: query) {
      heading
      Markup.section(list.path, list.heading, count: found.total) {
        items(list, found.rows)
        steps(list, page: page, last: (found.total + Self.pageSize - 1) / Self.pageSize)
      }
    }
  }

  private var heading: Markup {
    Markup("div", .class("headline")) {
      if query.isEmpty {
        Markup("h1") { "Catalog" }
      } else {
        Markup("h1") {
          "Names with “"
          Markup.name(query)
          "”"
        }
        Markup("p") { Markup("a", .href(.home)) { "Show everything" } }
      }
    }
  }

  private func section(_ list: List, _ found: (rows: [EntityRow], total: Int)) -> Markup {
    .section(list.path, list.heading, count: found.total) {
      items(list, found.rows)
      if found.total > found.rows.count {
        Markup("p", .class("more")) {
          Markup("a", .href(link(list, page: 1))) {
            "All \(found.total) \(list.heading.lowercased())"
          }
        }
      }
    }
  }

  private func items(_ list: List, _ rows: [EntityRow]) -> Markup {
    if rows.isEmpty { return .nothing("There are no \(list.heading.lowercased()) yet.") }
    return Markup("ul", .class("cards")) {
      rows.map { row in Markup("li") { EntitySummary(row).markup } }
    }
  }

  private func steps(_ list: List, page: Int, last: Int) -> Markup {
    if last <= 1 { return .empty }
    return Markup("nav", .class("more"), .label("Pages")) {
      if page > 1 { Markup("a", .href(link(list, page: page - 1))) { "← Previous" } }
      Markup("span", .class("muted")) { "Page \(page) of \(last)" }
      if page < last { Markup("a", .href(link(list, page: page + 1))) { "Next →" } }
    }
  }

  private func link(_ list: List, page: Int) -> PageLink {
    var items: [(String, String)] = []
    if !query.isEmpty { items.append(("q", query)) }
    if page > 1 { items.append(("page", "\(page)")) }
    return PageLink(["explore", list.path], query: items)
  }

  // MARK: Finding

  /// Entities of the list that the viewer may see, from a place on, and how many there are in all.
  private func find(_ list: List, from start: Int, count: Int) throws(CatalogFault) -> (
    rows: [EntityRow], total: Int
  ) {
    let session = viewer.context.session
    for type in list.types where try !viewer.mayViewAll(type) {
      // Where a rule looks at each entity, all of them have to be asked for to count any.
      let every = try visible(session.find(list.types, naming: query, limit: -1))
      return (Array(every.dropFirst(start).prefix(count)), every.count)
    }
    let rows = try session.find(list.types, naming: query, limit: count, offset: start)
    return (try visible(rows), try session.count(list.types, naming: query))
  }

  private func visible(_ rows: [EntityRow]) throws(CatalogFault) -> [EntityRow] {
    var shown: [EntityRow] = []
    for row in rows where try viewer.mayView(row) { shown.append(row) }
    return shown
  }
}
