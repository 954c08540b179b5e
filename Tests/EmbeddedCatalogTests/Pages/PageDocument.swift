/// The elements and attributes of a page, read as a browser would.
struct PageDocument {
  /// `element` or `element attribute`, each once.
  private(set) var names: Set<String> = []
  /// The values of `href`, `src` and `action`.
  private(set) var addresses: [String] = []
  /// Elements that were opened and not closed, or closed and not opened.
  private(set) var faults: [String] = []

  private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "!doctype"]

  init(_ html: String) {
    var open: [String] = []
    for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ">") else {
        faults.append("<\(piece)")
        continue
      }
      let tag = piece[..<end]
      let name = String(tag.prefix { $0 != " " })
      if name.hasPrefix("/") {
        if open.popLast() != String(name.dropFirst()) { faults.append(name) }
        continue
      }
      names.insert(name)
      if !Self.void.contains(name) { open.append(name) }
      if name != "!doctype" { read(tag.dropFirst(name.count), of: name) }
    }
    faults += open
  }

  private mutating func read(_ attributes: Substring, of element: String) {
    let parts = attributes.split(separator: "\"", omittingEmptySubsequences: false)
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let name = parts[place].drop { $0 == " " }
      guard name.hasSuffix("="),
        name.dropLast().allSatisfy({ $0.isLetter || "-0123456789".contains($0) })
      else {
        faults.append("\(element) \(name)")
        continue
      }
      names.insert("\(element) \(name.dropLast())")
      if ["href=", "src=", "action="].contains(name) { addresses.append(String(parts[place + 1])) }
    }
  }
}
