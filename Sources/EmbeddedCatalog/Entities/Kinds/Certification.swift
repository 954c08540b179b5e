import JSONDocuments

/// A label by which somebody vouches for an entity, for a while.
enum Certification {
  /// `AssetCertification`.
  static let shape = Shape.object([
    Shape.Member("tagLabel", .tagLabel, required: true),
    Shape.Member("appliedDate", .integer), Shape.Member("expiryDate", .integer),
  ])

  /// Thirty days in milliseconds.
  ///
  /// An assumption: a server's settings say for how long, and neither the schemas nor the clients
  /// tell what they are at first.
  private static let validity: Int64 = 30 * 86_400_000

  static func shown(_ row: EntityRow, _ presenter: EntityPresenter) throws(CatalogFault) -> JSON? {
    guard case .object(var certification)? = row.document["certification"],
      let label = certification["tagLabel"],
      let shown = try presenter.tags([label]).first
    else { return nil }
    certification["tagLabel"] = shown
    return .object(certification)
  }

  /// A PUT cannot tell it, so that it takes it away on the lines before 1.13; the server dates it.
  static func apply(to update: inout EntityUpdate, _ name: String) throws(CatalogFault) {
    if update.isPut, update.line >= ServerLine(1, 13) { update.keep(name) }
    if case .object(var certification)? = update.updated[name] {
      let label = try TagCheck(update.context).stored([certification["tagLabel"] ?? .null]).first
      if label?["tagFQN"] == update.original[name]?["tagLabel"]?["tagFQN"] {
        update.keep(name)
      } else {
        certification["tagLabel"] = label
        certification["appliedDate"] = .number(JSONNumber(update.context.now))
        certification["expiryDate"] = .number(JSONNumber(update.context.now + validity))
        update.updated[name] = .object(certification)
      }
    }
    try update.record(name, .minor)
  }
}
