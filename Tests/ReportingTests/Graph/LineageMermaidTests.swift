import Testing

@testable import Reporting

@Suite("Lineage as a Mermaid flowchart")
struct LineageMermaidTests {
  @Test("what is no letter, no digit and joins no words is written as an entity")
  func labels() {
    #expect(MermaidText.label("demo_pg.public.a-b c") == "demo_pg.public.a-b c")
    #expect(MermaidText.label(#"a"b"#) == "a#34;b")
    #expect(MermaidText.label("_id_") == "#95;id#95;")
    #expect(MermaidText.label("a__b") == "a#95;#95;b")
    #expect(MermaidText.label("1. one") == "1#46;#32;one")
    #expect(MermaidText.label("[x]|{y}#<z>") == "#91;x#93;#124;#123;y#125;#35;#60;z#62;")
    #expect(MermaidText.label("größe 日本") == "größe 日本")
    #expect(MermaidText.label("two\nlines") == "two#92;nlines")
    #expect(MermaidText.label("a\u{202E}b") == "a#92;u202Eb")
    #expect(MermaidText.label("direction LR") == "direction#32;LR")
    #expect(MermaidText.label("www.example") == "www#46;example")
  }

  @Test("a graph of more edges than Mermaid draws has one edge for each table and model")
  func manyEdges() {
    let graph = LineageSample.graph(LineageSample.large(features: 501, tables: 3))
    #expect(
      LineageMermaid(graph).text == """
        flowchart LR
        %% names as the manifests write them
        %% too large for columns: one edge for each table and model
          t1["warehouse.analytics.public.table_0"]
          m1["CustomMLService.Large"]
          t1 -->|"167 columns"| m1
          t2["warehouse.analytics.public.table_1"]
          t2 -->|"167 columns"| m1
          t3["warehouse.analytics.public.table_2"]
          t3 -->|"167 columns"| m1

        """)
  }

  @Test("a graph of too many tables is cut, and says how much is missing", arguments: [501, 2_000])
  func manyTables(_ count: Int) {
    let text = LineageMermaid(
      LineageSample.graph(LineageSample.large(features: count, tables: count))
    ).text
    let edges = text.split(separator: "\n").filter { $0.contains("-->") }.count
    #expect(edges > 400 && edges <= 500)
    #expect(text.utf16.count <= 50_000)
    #expect(text.contains("\n%% \(count - edges) of \(count) edges are left out\n"))
  }
}
