/// The picture of a model's lineage, what its lines mean, and the same in words.
struct LineageFigure {
  let lineage: FeatureLineage
  let picture: LineagePicture
  /// The page that shows the picture alone; nil on that page itself.
  var whole: PageLink?

  /// Pictures of more features than these scroll within their page.
  private static let tallPicture = 30

  var markup: Markup {
    if lineage.sources.isEmpty {
      return .nothing("Nothing is known about where this model's features come from.")
    }
    return Markup("figure") {
      Markup(
        "div", .class(isTall ? "picture tall" : "picture"), .role("region"),
        .label("Picture of the lineage"),
        MarkupAttribute("tabindex", "0")
      ) { picture.markup }
      Markup("figcaption") {
        legend
        Markup("details", whole == nil ? MarkupAttribute("open", "") : nil) {
          Markup("summary") { "The same in words" }
          words
        }
      }
    }
  }

  private var isTall: Bool { whole != nil && lineage.features.count > Self.tallPicture }

  private var legend: Markup {
    let flows = lineage.flows
    let hasDeclared = flows.contains(where: \.isOnlyDeclared)
    return Markup("p") {
      LineagePicture.sentence(lineage) + ". "
      if flows.contains(where: { !$0.isOnlyDeclared }) {
        sample(nil)
        hasDeclared ? " lineage in the catalog " : " lineage in the catalog."
      }
      if hasDeclared {
        sample("declared")
        " only named by the feature."
      }
      if let whole {
        " "
        Markup("a", .href(whole)) { "The picture on a page of its own" }
      }
    }
  }

  private func sample(_ name: String?) -> Markup {
    Markup(
      "svg", MarkupAttribute("viewBox", "0 0 36 10"), MarkupAttribute("aria-hidden", "true")
    ) { Markup("path", name.map { .class($0) }, MarkupAttribute("d", "M0 5H36")) }
  }

  private var words: Markup {
    Markup("ul", .class("words")) {
      lineage.features.indices.map { feature in
        let flows = lineage.flows(into: feature)
        return Markup("li") {
          Markup.name(lineage.features[feature].name)
          flows.isEmpty ? " comes from no known source" : " comes from "
          Self.list(flows.map(origin))
        }
      }
      lineage.flowsIntoModel.map { flow in
        Markup("li") {
          "The model as a whole comes from "
          origin(flow)
        }
      }
    }
  }

  private func origin(_ flow: FeatureLineage.Flow) -> Markup {
    let source = lineage.sources[flow.source]
    return Markup(joining: [
      .link(source.label, source.link, title: source.path),
      flow.column.map { column in
        Markup(joining: [Markup(text: " › "), .name(source.columns[column].name)])
      } ?? .empty,
    ])
  }

  /// One behind the other with commas.
  static func list(_ parts: [Markup]) -> Markup {
    Markup(
      joining: parts.enumerated().flatMap { number, part in
        number == 0 ? [part] : [Markup(text: ", "), part]
      })
  }
}
