/// Whether a form was sent from a page of this site.
enum FormOrigin {
  /// Looks at what browsers say about where a request comes from; programs need say nothing.
  ///
  /// `Sec-Fetch-Site` tells ports of one host apart, which a cookie does not (Fetch Metadata §2).
  ///
  /// - Throws: 403 for a form of another site.
  static func check(_ request: ServerRequest) throws(CatalogFault) {
    if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
      throw .forbidden("This form was sent from another site.")
    }
    guard let origin = request.headers["origin"] else { return }
    let host = origin.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard host.count == 3, host[2] == request.headers["host"] ?? "" else {
      throw .forbidden("This form was sent from another site.")
    }
  }
}
