import Diagnostics
import Foundation
import JSONDocuments
import TestSupport
import Testing

@testable import Reporting

/// Graphs as Mermaid and Graphviz themselves draw them, in a browser.
@Suite(
  "Graphs as Mermaid and Graphviz draw them", .serialized, .timeLimit(.minutes(3)),
  .enabled(if: Browser.isInstalled && PythonEnvironment.tools != nil, "run make setup first"))
struct DrawnGraphTests {
  /// The texts of a drawing, after the drawing has been made from a graph's text.
  private func drawn(
    _ graph: String, _ scripts: [String], _ drawing: String, _ texts: String
  ) async throws -> [String] {
    let tools = try #require(PythonEnvironment.tools)
    let addresses = try tools.answers(
      of: "drawing_scripts.py", to: scripts.map { .string($0) })
    let folder = FileManager.default.temporaryDirectory.appending(path: "graph-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let elements = try addresses.map { address in
      "<script src=\"\(try #require(address.string))\"></script>"
    }
    // A page's own end tag must not end the script that holds the graph.
    let source = JSON.string(graph).text().replacing("</", with: #"<\/"#)
    let page = """
      <!doctype html><meta charset="utf-8"><body>\(elements.joined())
      <script>
      window.outcome = null;
      const source = \(source);
      (async () => { \(drawing) })()
        .then(() => { window.outcome = "drawn"; }, error => { window.outcome = String(error); });
      </script>
      """
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let found = FoundTexts()
    try await Browser.run { browser in
      try await browser.open(file.absoluteString)
      try await browser.wait(until: "window.outcome !== null")
      #expect(try await browser.evaluate("return window.outcome") == "drawn")
      let answer = try await browser.evaluate(
        "return [...document.querySelectorAll('\(texts)')].map(e => e.textContent)")
      await found.take((answer.array ?? []).compactMap(\.string))
    }
    return await found.texts
  }

  private actor FoundTexts {
    private(set) var texts: [String] = []
    func take(_ texts: [String]) { self.texts = texts }
  }

  private func mermaid(_ graph: LineageGraph) async throws -> [String] {
    try await drawn(
      LineageMermaid(graph).text, ["mermaid.min.js"],
      """
      mermaid.initialize({startOnLoad: false});
      const {svg} = await mermaid.render("drawing", source);
      document.body.insertAdjacentHTML("beforeend", svg);
      """, "svg .nodeLabel")
  }

  private func graphviz(_ graph: LineageGraph) async throws -> [String] {
    try await drawn(
      LineageDOT(graph).text, ["viz-lite.js", "viz-full.js"],
      "document.body.append(await new Viz().renderSVGElement(source));", "svg text")
  }

  /// Every name of a graph as it is to be read.
  private func names(_ graph: LineageGraph) -> [String] {
    (graph.tables.flatMap { [$0.title] + $0.columns }
      + graph.models.flatMap { [$0.name] + $0.features.map(\.name) })
      .map(VisibleText.escaping).sorted()
  }

  @Test("Mermaid draws every name as it is, whatever is in it")
  func hostileMermaid() async throws {
    let graph = LineageSample.hostile
    let texts = try await mermaid(graph)
    #expect(texts.sorted() == names(graph))
  }

  @Test("Graphviz draws every name as it is, whatever is in it")
  func hostileGraphviz() async throws {
    let graph = LineageSample.hostile
    // Blanks at the ends, and one after another, are not kept in SVG.
    let kept = { (text: String) in
      text.replacing("\u{A0}", with: " ").split(separator: " ").joined(separator: " ")
    }
    let texts = try await graphviz(graph)
    #expect(texts.map(kept).sorted() == names(graph).map(kept).sorted())
  }

  @Test("the largest graph that is written with columns is drawn, and a larger one too")
  func large() async throws {
    for (features, count) in [(500, 1021), (501, 21)] {
      let graph = LineageSample.graph(LineageSample.large(features: features, tables: 20))
      let texts = try await mermaid(graph)
      #expect(texts.contains("CustomMLService.Large"))
      #expect(texts.count == count)
    }
  }
}
