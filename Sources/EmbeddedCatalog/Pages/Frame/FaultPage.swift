/// A page that says why there is no other one.
struct FaultPage {
  private let fault: CatalogFault

  init(_ fault: CatalogFault) { self.fault = fault }

  func response(line: ServerLine, viewer: Viewer? = nil) -> ServerResponse {
    let page = Page(title) {
      Markup("div", .class("box")) {
        Markup("h1") { title }
        Markup("p") { explanation }
        Markup("p") { Markup("a", .href(.home)) { "All models, tables and services" } }
      }
    }
    let document =
      viewer.map(page.document)
      ?? PageFrame(title: title, line: line).document {
        Markup("main", .id("content")) { page.content }
      }
    let headers = fault.status == 405 ? [("Allow", "GET, HEAD")] : []
    return .page(document, status: fault.status, headers: headers)
  }

  private var title: String {
    switch fault.status {
    case 403: "Not allowed"
    case 404: "Not found"
    case 405: "Not possible"
    case 400..<500: "Not understood"
    default: "Something went wrong"
    }
  }

  /// Nothing that is here but hidden from this reader is told from what is not here.
  private var explanation: String {
    fault.status == 404
      ? "Nothing of this name is here. It may never have been, may have been deleted or renamed, "
        + "or is not yours to see." : fault.message
  }
}
