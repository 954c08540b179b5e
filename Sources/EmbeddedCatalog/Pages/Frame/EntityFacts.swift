import JSONDocuments

/// What is known about an entity beside its content: owners, tags, domains, where it is kept.
struct EntityFacts {
  private let document: JSON

  init(_ document: JSON) { self.document = document }

  /// A list of facts; those of the kind come first.
  func markup(_ own: [(name: String, value: Markup?)]) -> Markup {
    let facts = own + shared
    return .section("facts", "Facts") {
      Markup("dl", .class("facts")) {
        facts.compactMap { fact in
          fact.value.map { value in
            Markup(joining: [Markup("dt") { fact.name }, Markup("dd") { value }])
          }
        }
      }
    }
  }

  private var shared: [(name: String, value: Markup?)] {
    let owners = document["owners"]?.array ?? []
    let domains = document["domains"]?.array ?? document["domain"].map { [$0] } ?? []
    return [
      (owners.count == 1 ? "Owner" : "Owners", Self.references(owners) ?? .nothing("none")),
      ("Tags", Self.labels(document["tags"]) ?? .nothing("none")),
      (domains.count == 1 ? "Domain" : "Domains", Self.references(domains)),
      ("Data products", Self.references(document["dataProducts"]?.array ?? [])),
      ("Source", (document["sourceUrl"]?.string).map(Markup.address)),
    ] + customProperties
  }

  private var customProperties: [(name: String, value: Markup?)] {
    (document["extension"]?.object?.members ?? []).map { member in
      (member.key, Self.property(member.value))
    }
  }

  /// A custom property's value: text, numbers and tables in words, links and references as links.
  private static func property(_ value: JSON) -> Markup {
    let items = value.array ?? [value]
    if items.contains(where: { $0["id"] != nil && $0["type"] != nil }) {
      return references(items) ?? .nothing("none")
    }
    if let address = value["url"]?.string, let link = PageLink.web(address) {
      return .outside(link) { Markup.name(value["displayText"]?.string ?? address) }
    }
    // The rows of a table name its columns themselves.
    return .name(ChangeReader.words(value["rows"] ?? value))
  }

  /// Entities by name; nil for none.
  static func references(_ references: [JSON]) -> Markup? {
    let shown = references.filter { $0["deleted"] != true }
    if shown.isEmpty { return nil }
    return Markup("ul", .class("marks")) {
      shown.map { reference in
        Markup("li") {
          label(reference)
          if reference["type"] == "team" { " (team)" }
          if reference["inherited"] == true { Markup("span", .class("muted")) { " inherited" } }
        }
      }
    }
  }

  private static func label(_ reference: JSON) -> Markup {
    let names = [reference["displayName"], reference["name"], reference["fullyQualifiedName"]]
    let name = names.lazy.compactMap { $0?.string }.first { !$0.isEmpty }
    // In a custom property a reference may hold nothing but its type and id.
    let path = reference["fullyQualifiedName"]?.string ?? ""
    let link = path.isEmpty ? nil : PageLink.entity(reference["type"]?.string ?? "", path)
    return .link(name ?? reference["id"]?.string ?? "", link)
  }

  /// Tags and glossary terms; nil for none.
  static func labels(_ value: JSON?) -> Markup? {
    guard let labels = value?.array, !labels.isEmpty else { return nil }
    return Markup("ul", .class("marks")) {
      labels.map { label in
        Markup("li", .class("mark"), (label["description"]?.string).map { .title($0) }) {
          Markup.name(label["tagFQN"]?.string ?? "")
        }
      }
    }
  }
}
