import CCrypto
import JSONDocuments

/// The `ETag` of an entity and the condition `If-Match`.
enum EntityTag {
  /// The strong tag of an answer.
  static func text(of row: EntityRow, line: ServerLine) -> String {
    let version = EntityStoring.version(of: row.document).text
    let source =
      line.hashesContentInEntityTags
      ? JSON.object(row.document).text(JSONStyle(sortsKeys: true))
      : "\(version)-\(row.document["updatedAt"]?.integer ?? 0)"
    return "\"\(hash(source).prefix(16))\""
  }

  /// - Throws: 412 when the header names another state of the entity.
  static func check(_ header: String?, against row: EntityRow, line: ServerLine)
    throws(CatalogFault)
  {
    guard line.hasEntityTags, let header else { return }
    let version = EntityStoring.version(of: row.document).text
    let updatedAt = row.document["updatedAt"]?.integer ?? 0
    let matching = [
      "*", "W/\"\(version)\"", "\"\(hash("\(version)-\(updatedAt)").prefix(16))\"",
    ]
    if header.split(separator: ",").contains(where: { matching.contains(trimmed($0)) }) { return }
    throw CatalogFault(
      412, "The entity has been modified by another user. Please refresh and retry.")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func hash(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
