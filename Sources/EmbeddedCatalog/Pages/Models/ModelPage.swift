import JSONDocuments

/// The page of a model.
struct ModelPage {
  /// Versions that the page itself shows; the rest have pages of their own.
  private static let shownVersions = 10

  private let entity: EntityPage
  private let lineageData: FeatureLineage

  init(_ entity: EntityPage) throws(CatalogFault) {
    self.entity = entity
    lineageData = try FeatureLineage(entity)
  }

  private var document: JSON { entity.document }
  private var features: [JSON] { document["mlFeatures"]?.array ?? [] }
  private var parameters: [JSON] { document["mlHyperParameters"]?.array ?? [] }

  func page() throws(CatalogFault) -> Page {
    let history = try VersionHistory(entity, from: 0, count: Self.shownVersions)
    let fed = try fedEntities()
    return Page(entity.label) {
      entity.headline(sentence)
      EntityPage.contents(contents)
      Markup("div", .class("split")) {
        Markup("div") {
          entity.description
          parametersSection
        }
        EntityFacts(document).markup(facts)
      }
      Markup.section("lineage", "Where the features come from") {
        figure(whole: entity.link("lineage")) { PageLink.fragment("feature-\($0 + 1)") }.markup
        fed
      }
      Markup.section("features", "Features", count: features.count) {
        FeatureTable(features, lineageData).markup
      }
      Markup.section("versions", "Version history", count: history.total) { history.markup }
    }
  }

  /// The picture alone, with the words beside it.
  func lineage() throws(CatalogFault) -> Page {
    let figure = figure { [entity] number in
      PageLink(
        ["mlmodel", entity.row.fullyQualifiedName], fragment: "feature-\(number + 1)")
    }
    let fed = try fedEntities()
    return Page("Lineage of \(entity.label)") {
      entity.headline(
        Markup(joining: [
          Markup(text: "Where the features come from. "),
          Markup("a", .href(entity.link())) { "The whole model" },
        ]))
      Markup("section", .label("Lineage")) {
        figure.markup
        fed
      }
    }
  }

  private func figure(whole: PageLink? = nil, _ link: @escaping (Int) -> PageLink) -> LineageFigure
  {
    LineageFigure(
      lineage: lineageData,
      picture: LineagePicture(lineageData, model: entity.label, featureLink: link),
      whole: whole)
  }

  // MARK: Parts

  private var sentence: Markup {
    Markup(joining: [
      Markup(text: "Machine-learning model"),
      document["algorithm"]?.string.map { algorithm in
        Markup(joining: [Markup(text: ", "), Markup("strong") { Markup.name(algorithm) }])
      } ?? .empty,
      document["target"]?.string.map { target in
        Markup(joining: [Markup(text: ", predicts "), Markup("strong") { Markup.name(target) }])
      } ?? .empty,
      Markup(text: ", \(Markup.count(features.count, "feature"))"),
    ])
  }

  private var contents: [(id: String, name: String)] {
    [("description", "Description")]
      + (parameters.isEmpty ? [] : [("parameters", "Hyper-parameters")])
      + [
        ("facts", "Facts"), ("lineage", "Lineage"), ("features", "Features"),
        ("versions", "Versions"),
      ]
  }

  private var facts: [(name: String, value: Markup?)] {
    [
      ("Algorithm", document["algorithm"]?.string.map(Markup.name)),
      ("Target", document["target"]?.string.map(Markup.name)),
      ("Service", document["service"].flatMap { EntityFacts.references([$0]) }),
      ("Storage", document["mlStore"]?["storage"]?.string.map(Markup.address)),
      ("Image", document["mlStore"]?["imageRepository"]?.string.map(Markup.address)),
      ("Server", document["server"]?.string.map(Markup.address)),
      ("Dashboard", document["dashboard"].flatMap { EntityFacts.references([$0]) }),
    ]
  }

  private var parametersSection: Markup {
    if parameters.isEmpty { return .empty }
    return .section("parameters", "Hyper-parameters", count: parameters.count) {
      Markup("table", .role("table")) {
        Markup("tbody", .role("rowgroup")) {
          parameters.map { parameter in
            Markup("tr", .role("row")) {
              Markup("th", .role("rowheader"), MarkupAttribute("scope", "row")) {
                Markup.name(parameter["name"]?.string ?? "")
              }
              Markup("td", .role("cell")) {
                if let value = parameter["value"]?.string { Markup("code") { value } }
              }
              Markup("td", .role("cell")) { EntityPage.prose(parameter["description"]) }
            }
          }
        }
      }
    }
  }

  /// What is made from the model.
  private func fedEntities() throws(CatalogFault) -> Markup {
    var links: [Markup] = []
    for edge in try entity.viewer.context.session.outgoing(.upstream, of: entity.row.id) {
      guard let row = try entity.viewer.entity(id: edge.target) else { continue }
      links.append(
        .link(EntitySummary.label(row), PageLink.entity(row.type, row.fullyQualifiedName)))
    }
    if links.isEmpty { return .empty }
    return Markup("p") {
      "The model feeds "
      LineageFigure.list(links)
      "."
    }
  }
}
