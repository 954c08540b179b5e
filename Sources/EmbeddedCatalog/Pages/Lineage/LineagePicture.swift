/// The picture of a model's lineage as SVG: tables and their columns, lines, features.
struct LineagePicture {
  private let lineage: FeatureLineage
  private let layout: LineageLayout
  private let model: String
  /// Where a feature's name leads.
  private let featureLink: (Int) -> PageLink

  init(_ lineage: FeatureLineage, model: String, featureLink: @escaping (Int) -> PageLink) {
    self.lineage = lineage
    self.model = model
    self.featureLink = featureLink
    layout = LineageLayout(lineage)
  }

  private static let left = 1.0
  private static let right = LineageLayout.width - LineageLayout.boxWidth - 1
  private static let inset = 14.0

  var markup: Markup {
    let width = LineageLayout.width
    return Markup(
      "svg", .class("lineage"), .role("group"), .label(Self.sentence(lineage)),
      MarkupAttribute("viewBox", "0 0 \(Int(width)) \(Int(layout.height.rounded(.up)))"),
      MarkupAttribute("width", width), MarkupAttribute("height", layout.height)
    ) {
      frame(layout.model, at: Self.right, class: "model")
      layout.sources.map { frame($0, at: Self.left, class: "source") }
      lineage.sources.indices.map(source)
      head(
        layout.model, at: Self.right, name: model,
        below: "model, \(Markup.count(lineage.features.count, "feature"))", link: nil)
      flow(into: nil)
      layout.model.rows.map { flow(into: $0) }
    }
  }

  /// The picture in one sentence.
  static func sentence(_ lineage: FeatureLineage) -> String {
    let all = lineage.features.count
    let some = lineage.features.indices.count { !lineage.flows(into: $0).isEmpty }
    let features = Markup.count(all, "feature")
    let fed = some == all ? features : "\(some) of \(features)"
    return "Lineage: \(Markup.count(lineage.sources.count, "source")) with "
      + "\(Markup.count(lineage.columnCount, "column")) feed \(fed)"
  }

  // MARK: Boxes

  private func frame(_ box: LineageLayout.Box, at x: Double, class name: String) -> Markup {
    let width = LineageLayout.boxWidth
    return Markup("g", .class(name)) {
      rectangle("frame", x, box.top, width, box.height, radius: 8)
      Markup("path", .class("cap"), MarkupAttribute("d", cap(x + 1, box.top + 1, width - 2)))
    }
  }

  /// A head with round upper corners.
  private func cap(_ x: Double, _ y: Double, _ width: Double) -> String {
    "M\(x) \(y + LineageLayout.head - 1)v-\(LineageLayout.head - 8)q0 -7 7 -7h\(width - 14)"
      + "q7 0 7 7v\(LineageLayout.head - 8)z"
  }

  private func rectangle(
    _ name: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double = 0
  ) -> Markup {
    Markup(
      "rect", .class(name), MarkupAttribute("x", x), MarkupAttribute("y", y),
      MarkupAttribute("width", width), MarkupAttribute("height", height),
      radius > 0 ? MarkupAttribute("rx", radius) : nil)
  }

  private func head(
    _ box: LineageLayout.Box, at x: Double, name: String, below: String, link: PageLink?
  ) -> Markup {
    let room = LineageLayout.boxWidth - 2 * Self.inset
    let words = Markup(joining: [
      // Bold letters are wider.
      SVGText(
        name, at: (x + Self.inset, box.top + (below.isEmpty ? 28 : 20)), room: room / 1.12
      ).markup,
      SVGText(below, at: (x + Self.inset, box.top + 36), room: room, class: "kind").markup,
    ])
    return Markup("g", .class("head")) {
      if let link {
        Markup("a", .href(link)) {
          rectangle("ground", x + 3, box.top + 3, LineageLayout.boxWidth - 6, 40, radius: 6)
          words
        }
      } else {
        words
      }
    }
  }

  private func source(_ number: Int) -> Markup {
    let source = lineage.sources[number]
    let box = layout.sources[number]
    return Markup(joining: [
      head(
        box, at: Self.left, name: source.label, below: source.path, link: source.link),
      Markup(
        joining: box.rows.map { row in
          Markup("g", .class("row")) {
            cells(
              source.columns[row].name, source.columns[row].type, at: Self.left,
              box.middle(of: row))
          }
        }),
    ])
  }

  /// A line above, a name and, at the other side, a type.
  private func cells(_ name: String, _ type: String, at x: Double, _ middle: Double) -> Markup {
    let end = x + LineageLayout.boxWidth
    let typeRoom = min(SVGText.width(of: type) * 0.85, 130)
    let room = LineageLayout.boxWidth - 3 * Self.inset - typeRoom
    return Markup(joining: [
      Markup(
        "line", MarkupAttribute("x1", x + 1), MarkupAttribute("x2", end - 1),
        MarkupAttribute("y1", middle - LineageLayout.row / 2),
        MarkupAttribute("y2", middle - LineageLayout.row / 2)),
      SVGText(name, at: (x + Self.inset, middle + 4.5), room: room).markup,
      SVGText(
        type, at: (end - Self.inset, middle + 4), room: typeRoom / 0.85, class: "kind",
        isAtEnd: true
      ).markup,
    ])
  }

  // MARK: Lines

  /// A feature with the lines that end in it, so that pointing at it shows them.
  private func flow(into feature: Int?) -> Markup {
    let flows = feature.map(lineage.flows(into:)) ?? lineage.flowsIntoModel
    let middle = layout.model.middle(of: feature)
    return Markup("g", .class(feature != nil && flows.isEmpty ? "flow lonely" : "flow")) {
      flows.map { line($0, to: middle) }
      if let feature {
        Markup("g", .class("row")) {
          Markup("a", .href(featureLink(feature))) {
            rectangle(
              "ground", Self.right + 3, middle - 12, LineageLayout.boxWidth - 6, 24, radius: 5)
            cells(
              lineage.features[feature].name, lineage.features[feature].type, at: Self.right,
              middle)
          }
        }
      }
    }
  }

  private func line(_ flow: FeatureLineage.Flow, to end: Double) -> Markup {
    let from = Self.left + LineageLayout.boxWidth
    let start = layout.sources[flow.source].middle(of: flow.column)
    let bend = (Self.right - from) / 2
    return Markup(joining: [
      Markup(
        "path", flow.isOnlyDeclared ? .class("declared") : nil,
        MarkupAttribute(
          "d",
          "M\(from) \(start)C\(from + bend) \(start) \(from + bend) \(end) \(Self.right) \(end)")),
      dot(from, start), dot(Self.right, end),
    ])
  }

  private func dot(_ x: Double, _ y: Double) -> Markup {
    Markup("circle", MarkupAttribute("cx", x), MarkupAttribute("cy", y), MarkupAttribute("r", 3))
  }
}
