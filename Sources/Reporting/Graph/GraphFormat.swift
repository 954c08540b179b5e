public import HTTPClient

/// How a lineage graph is written.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// A Mermaid flowchart, as pages of GitHub and GitLab draw it.
  case mermaid
  /// For Graphviz.
  case dot

  /// The graph in this format, with `<redacted>` in the place of each secret.
  public func text(_ graph: LineageGraph, redactor: Redactor) -> String {
    // Before the format escapes a character of a secret.
    let graph = graph.redacted(by: redactor)
    return switch self {
    case .text: LineageText(graph).text
    case .mermaid: LineageMermaid(graph).text
    case .dot: LineageDOT(graph).text
    }
  }
}
