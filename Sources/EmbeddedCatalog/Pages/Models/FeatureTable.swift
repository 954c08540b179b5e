import JSONDocuments

/// The features of a model with what they are and what they come from.
struct FeatureTable {
  private let features: [JSON]
  private let lineage: FeatureLineage

  init(_ features: [JSON], _ lineage: FeatureLineage) {
    self.features = features
    self.lineage = lineage
  }

  var markup: Markup {
    if features.isEmpty { return .nothing("This model names no features.") }
    // Roles again, since small screens show rows as blocks, which takes them away.
    return Markup("table", .role("table")) {
      Markup("thead", .role("rowgroup")) {
        Markup("tr", .role("row")) {
          ["Feature", "Type", "Made by", "Comes from"].map { heading in
            Markup("th", .role("columnheader"), MarkupAttribute("scope", "col")) { heading }
          }
        }
      }
      Markup("tbody", .role("rowgroup")) { features.indices.map(row) }
    }
  }

  private func row(_ number: Int) -> Markup {
    let feature = features[number]
    return Markup("tr", .role("row"), .id("feature-\(number + 1)")) {
      Markup("th", .role("rowheader"), MarkupAttribute("scope", "row")) {
        Markup.name(feature["name"]?.string ?? "")
        EntityPage.prose(feature["description"])
        EntityFacts.labels(feature["tags"])
      }
      Markup.cell("Type", class: "short") { feature["dataType"]?.string ?? "" }
      Markup.cell("Made by") { feature["featureAlgorithm"]?.string.map(Markup.name) }
      Markup.cell("Comes from") { sources(number) }
    }
  }

  private func sources(_ number: Int) -> Markup {
    let flows = lineage.flows(into: number)
    if flows.isEmpty { return Markup("span", .class("muted")) { "no known source" } }
    let told = features[number]["featureSources"]?.array ?? []
    return Markup("ul") {
      flows.map { flow in
        let source = lineage.sources[flow.source]
        let column = flow.column.map { source.columns[$0] }
        let note = told.first { $0["name"]?.string == column?.name }
        return Markup("li") {
          Markup.link(source.label, source.link, title: source.path)
          if let column {
            " › "
            Markup.name(column.name)
            Markup("span", .class("type")) { column.type.isEmpty ? "" : "  \(column.type)" }
          }
          EntityPage.prose(note?["description"])
          EntityFacts.labels(note?["tags"])
        }
      }
    }
  }
}
