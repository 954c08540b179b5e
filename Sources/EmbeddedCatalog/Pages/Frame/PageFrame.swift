/// The head and foot of every document.
struct PageFrame {
  let title: String
  let line: ServerLine?

  func document(@MarkupBuilder body: () -> Markup) -> Markup {
    Markup("html", MarkupAttribute("lang", "en")) {
      Markup("head") {
        Markup("meta", MarkupAttribute("charset", "utf-8"))
        Markup(
          "meta", MarkupAttribute("name", "viewport"),
          MarkupAttribute("content", "width=device-width, initial-scale=1"))
        Markup(
          "meta", MarkupAttribute("name", "color-scheme"),
          MarkupAttribute("content", "light dark"))
        Markup("title") { "\(title) · mlcatalog" }
        Markup(
          "link", MarkupAttribute("rel", "icon"), MarkupAttribute("type", "image/svg+xml"),
          .href(PageLink(["assets", "icon.svg"])))
        Markup(
          "link", MarkupAttribute("rel", "stylesheet"),
          .href(PageLink(["assets", "page.css"])))
      }
      Markup("body") {
        body()
        Markup("footer", .class("foot")) {
          "Embedded catalog"
          if let line { ", speaking as OpenMetadata \(line.major).\(line.minor)" }
          ". These pages are for reading; things change through the REST API."
        }
      }
    }
  }
}
