/// The form for signing in.
struct SignInPage {
  var wanted: LocalTarget?
  var email = ""
  var problem: String?

  func response(status: Int = 200) -> ServerResponse {
    .page(document, status: status)
  }

  private var document: Markup {
    PageFrame(title: "Sign in", line: nil).document {
      Markup("main", .id("content")) {
        Markup(
          "form", .class("entry"), MarkupAttribute("method", "post"),
          .action(PageLink(["signin"]))
        ) {
          Markup("h1") { "Sign in to the catalog" }
          if let problem {
            Markup("p", .class("problem"), .role("alert")) { problem }
          }
          field("email", "E-mail address", "username", email)
          field("password", "Password", "current-password", "")
          if let wanted {
            Markup(
              "input", MarkupAttribute("type", "hidden"), MarkupAttribute("name", "next"),
              MarkupAttribute("value", wanted.text))
          }
          Markup("button", .class("primary")) { "Sign in" }
          Markup("p", .class("hint")) {
            "The line that the server printed when it started names the first user."
          }
        }
      }
    }
  }

  private func field(_ name: String, _ label: String, _ completion: String, _ value: String)
    -> Markup
  {
    Markup(joining: [
      Markup("label", MarkupAttribute("for", name)) { label },
      Markup(
        "input", .id(name), MarkupAttribute("name", name),
        MarkupAttribute("type", name), MarkupAttribute("value", value),
        MarkupAttribute("autocomplete", completion), MarkupAttribute("required", ""),
        // The first thing that can be typed into, after a mistake the thing to type again.
        (name == "email") == email.isEmpty ? MarkupAttribute("autofocus", "") : nil),
    ])
  }
}
