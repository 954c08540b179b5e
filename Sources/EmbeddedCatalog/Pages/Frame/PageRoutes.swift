/// Finds the page of a path.
struct PageRoutes {
  private let viewer: Viewer

  init(_ viewer: Viewer) { self.viewer = viewer }

  /// - Throws: 404 for a path without a page, and for an entity that is not there for the viewer.
  func page(_ request: ServerRequest) throws(CatalogFault) -> Page {
    let query = request.queryValue("q") ?? ""
    let number = request.queryValue("page").flatMap(Int.init) ?? 1
    switch request.path {
    case [], ["my-data"], ["explore"]:
      return try ListPages(viewer, query: query).overview()
    case _ where request.path.count == 2 && request.path[0] == "explore":
      return try ListPages(viewer, query: query).list(request.path[1], page: number)
    default: break
    }
    guard let (type, name, rest) = PagePath.entity(request.path) else { throw .noRoute }
    let row = try viewer.entity(type, named: name)
    let entity = try EntityPage(row, viewer)
    switch rest {
    case []: return try overview(entity)
    case ["versions"]: return try HistoryPage(entity).list(page: number)
    case _ where rest.count == 2 && rest[0] == "versions":
      return try HistoryPage(entity).version(rest[1])
    case ["lineage"] where type == "mlmodel": return try ModelPage(entity).lineage()
    default: throw .noRoute
    }
  }

  private func overview(_ entity: EntityPage) throws(CatalogFault) -> Page {
    switch entity.row.type {
    case "mlmodel": try ModelPage(entity).page()
    case "table": try TablePage(entity).page()
    default: try ContainerPage(entity).page()
    }
  }
}
