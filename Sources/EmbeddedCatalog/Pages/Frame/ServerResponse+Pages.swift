extension ServerResponse {
  /// What a page may load: its style and its icon, from here.
  ///
  /// No script runs, nothing frames it, and its forms go nowhere else.
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    + "frame-ancestors 'none'; base-uri 'none'"

  private static let guards = [
    ("Content-Security-Policy", policy),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    // A form's `Origin` would be `null` under "no-referrer" (Fetch standard), and refused here.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// A page; what is in it may be somebody's alone, so nothing keeps it.
  static func page(
    _ document: Markup, status: Int = 200, headers: [(String, String)] = []
  ) -> ServerResponse {
    ServerResponse(
      status: status,
      headers: [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
        + guards + headers,
      body: Markup.document(document))
  }

  /// What every page loads.
  static func asset(_ text: String, _ type: String) -> ServerResponse {
    ServerResponse(
      status: 200,
      headers: [("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-cache")] + guards,
      body: Array(text.utf8))
  }

  /// Another page, to be asked for by GET.
  static func redirect(
    to link: PageLink, headers: [(String, String)] = []
  ) -> ServerResponse {
    ServerResponse(
      status: 303,
      headers: [("Location", link.target), ("Cache-Control", "no-store")] + guards + headers)
  }
}
