extension StyleSheet {
  /// The picture of where features come from.
  static let lineage = """
    figure { margin: 0; }
    .picture { overflow-x: auto; border-radius: 8px; }
    .tall { max-height: 75vh; overflow-y: auto; border: 1px solid var(--line); padding: .75rem; }
    .picture svg { display: block; width: 100%; min-width: 46rem; height: auto; }
    .lineage text { font-size: 13px; fill: var(--ink); unicode-bidi: plaintext; }
    .lineage .kind { font-size: 11px; fill: var(--muted); }
    .lineage .head text { font-weight: 650; }
    .lineage .head .kind { font-weight: 400; }
    .lineage .frame { fill: var(--surface); stroke: var(--edge); }
    .lineage .cap { fill: var(--inset); }
    .lineage .model .cap { fill: var(--accent-inset); }
    .lineage .model .frame { stroke: var(--accent); }
    .lineage .row line { stroke: var(--line); }
    .lineage .ground { fill: transparent; }
    .lineage .flow path { fill: none; stroke: var(--edge); stroke-width: 1.5; }
    .lineage .flow circle { fill: var(--edge); }
    .lineage .flow .declared { stroke-dasharray: 5 4; }
    .lineage a { text-decoration: none; }
    .lineage a:focus { outline: none; }
    .lineage a:hover .ground, .lineage a:focus-visible .ground { fill: var(--accent-inset); }
    .lineage a:focus-visible .ground { stroke: var(--accent); stroke-width: 2.5; }
    .lineage .flow:hover path, .lineage .flow:focus-within path {
      stroke: var(--accent); stroke-width: 2.75;
    }
    .lineage .flow:hover circle, .lineage .flow:focus-within circle { fill: var(--accent); }
    .lineage .lonely text { fill: var(--muted); }
    figcaption { color: var(--muted); font-size: .88rem; margin-top: .9rem; }
    figcaption svg { width: 2.2rem; height: .6rem; vertical-align: middle; }
    figcaption path { stroke: var(--edge); stroke-width: 2; fill: none; }
    figcaption .declared { stroke-dasharray: 5 4; }
    .words { columns: 2 24rem; column-gap: 2rem; margin: .75rem 0 0; padding: 0; list-style: none; }
    .words li { break-inside: avoid; padding: .2rem 0; font-size: .92rem; }
    """
}
