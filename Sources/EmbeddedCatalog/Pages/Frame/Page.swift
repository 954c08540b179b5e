/// What one page shows, without the frame that all of them have.
struct Page {
  let title: String
  var search = ""
  let content: Markup

  init(_ title: String, search: String = "", @MarkupBuilder content: () -> Markup) {
    self.title = title
    self.search = search
    self.content = content()
  }

  /// The whole document as somebody reads it.
  func document(for viewer: Viewer) -> Markup {
    PageFrame(title: title, line: viewer.context.line).document {
      Markup("a", .class("skip"), .href(.fragment("content"))) { "Skip to content" }
      Markup("header", .class("bar")) {
        Markup("a", .class("brand"), .href(.home)) {
          StyleSheet.icon
          "mlcatalog"
        }
        searchForm
        Markup(
          "form", .class("account"), MarkupAttribute("method", "post"),
          .action(PageLink(["logout"]))
        ) {
          Markup("span") {
            Markup.spoken("Signed in as ")
            Markup.name(viewer.context.principal.name)
          }
          Markup("button") { "Sign out" }
        }
      }
      Markup("main", .id("content")) { content }
    }
  }

  private var searchForm: Markup {
    Markup(
      "form", .class("search"), .role("search"), MarkupAttribute("method", "get"),
      .action(.home)
    ) {
      Markup(
        "input", MarkupAttribute("type", "search"), MarkupAttribute("name", "q"),
        MarkupAttribute("value", search), MarkupAttribute("maxlength", "200"),
        .label("Search by name"), MarkupAttribute("placeholder", "Search by name"))
      Markup("button") { "Search" }
    }
  }
}
