extension StyleSheet {
  /// Lists, facts, tables and history.
  static let content = """
    section, .box {
      background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
      padding: 1.25rem 1.4rem; margin: 0 0 1.25rem; min-width: 0;
    }
    .count { color: var(--muted); font-weight: 400; }
    .nothing, .muted { color: var(--muted); }
    .blank { color: var(--muted); font-style: italic; }
    .crumbs { color: var(--muted); font-size: .9rem; }
    .crumbs ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; }
    .crumbs li + li::before { content: "/"; padding: 0 .45em; color: var(--edge); }
    .headline { margin-bottom: 1.25rem; }
    .headline p { margin: 0; color: var(--muted); }
    .headline strong { color: var(--ink); font-weight: 600; }
    .headline .path { display: block; margin-top: .3rem; }
    .pages {
      position: sticky; top: 0; z-index: 2; background: var(--canvas);
      border-bottom: 1px solid var(--line); margin: 0 0 1.25rem; overflow-x: auto;
    }
    .pages ul { list-style: none; display: flex; gap: 1.5rem; margin: 0; padding: 0; }
    .pages a {
      display: block; padding: .6rem 0; color: var(--ink); text-decoration: none;
      white-space: nowrap; border-bottom: 2px solid transparent;
    }
    .pages a:hover { border-color: var(--accent); }
    .pages a:focus-visible { outline-offset: -3px; }
    .split { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 0 1.25rem; }
    .split > * { min-width: 0; }
    .prose { max-width: 46rem; }
    .prose > :first-child { margin-top: 0; }
    .prose > :last-child { margin-bottom: 0; }
    .prose blockquote {
      margin: 0 0 .75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line);
      color: var(--muted);
    }
    .prose ul, .prose ol { padding-inline-start: 1.4rem; margin: 0 0 .75rem; }
    .prose li > p { margin: 0; }
    pre {
      background: var(--inset); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto;
      margin: 0 0 .75rem;
    }
    p code, li code, td code, dd code {
      background: var(--inset); border-radius: 4px; padding: .1em .35em;
    }
    hr { border: 0; border-top: 1px solid var(--line); margin: 1rem 0; }
    .facts { margin: 0; }
    .facts dt { color: var(--muted); font-size: .85rem; }
    .facts dd { margin: 0 0 .8rem; }
    .facts dd:last-child { margin-bottom: 0; }
    .marks { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem; margin: 0; padding: 0; }
    .mark {
      display: inline-block; background: var(--inset); border-radius: 999px;
      padding: .05rem .65rem; font-size: .85rem; max-width: 100%;
    }
    table { width: 100%; border-collapse: collapse; font-size: .94rem; }
    th { text-align: start; font-size: .82rem; font-weight: 600; color: var(--muted); }
    th, td { padding: .55rem .75rem .55rem 0; vertical-align: top; }
    thead th { border-bottom: 1px solid var(--edge); padding-top: 0; }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    tbody th { font-size: inherit; color: var(--ink); min-width: 9rem; }
    tbody tr:target > * { background: var(--accent-inset); }
    td ul { list-style: none; margin: 0; padding: 0; }
    td .prose, th .prose { font-weight: 400; font-size: .9rem; color: var(--muted); }
    th, td { min-width: 7rem; }
    .short { overflow-wrap: normal; min-width: 0; }
    .type { color: var(--muted); font-size: .85rem; }
    .cards { list-style: none; margin: 0; padding: 0; }
    .cards > li { padding: .7rem 0; }
    .cards > li + li { border-top: 1px solid var(--line); }
    .cards > li:first-child { padding-top: 0; }
    .cards > li:last-child { padding-bottom: 0; }
    .cards .title { font-weight: 600; }
    .cards p { margin: .1rem 0 0; color: var(--muted); font-size: .92rem; }
    .more { margin: 1rem 0 0; display: flex; gap: 1.5rem; }
    .history { list-style: none; margin: 0; padding: 0; }
    .history > li { position: relative; padding: 0 0 1.4rem 1.6rem; }
    .history > li:last-child { padding-bottom: 0; }
    .history > li::before {
      content: ""; position: absolute; left: .3rem; top: .55rem; width: .65rem; height: .65rem;
      border-radius: 50%; background: var(--accent);
    }
    .history > li:not(:last-child)::after {
      content: ""; position: absolute; left: calc(.625rem - 1px); top: 1.4rem; bottom: -.3rem;
      width: 2px; background: var(--line);
    }
    .history h3 { margin: 0 0 .35rem; font-weight: 400; }
    .history h3 > a, .history h3 strong { font-weight: 650; }
    .changes { list-style: none; margin: 0; padding: 0; }
    .changes > li {
      display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: .1rem 1rem;
      padding: .3rem 0; font-size: .94rem;
    }
    .changes > li + li { border-top: 1px dashed var(--line); }
    .changes .value { white-space: pre-wrap; }
    .changes .field { color: var(--muted); }
    .changes .field b { color: var(--ink); font-weight: 600; }
    del, ins { text-decoration: none; border-radius: 4px; padding: .05em .3em;
      box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    del { background: var(--removed-inset); color: var(--removed); text-decoration: line-through; }
    ins { background: var(--added-inset); color: var(--added); }
    summary { cursor: pointer; color: var(--accent); }
    .notice {
      background: var(--notice-inset); color: var(--notice); border-radius: 6px;
      padding: .6rem .9rem; margin: 0 0 1.25rem;
    }
    @media (max-width: 56rem) {
      .split { grid-template-columns: minmax(0, 1fr); }
      .changes > li { grid-template-columns: minmax(0, 1fr); }
    }
    @media (max-width: 40rem) {
      h1 { font-size: 1.5rem; }
      section, .box { padding: 1rem; }
      table, tbody, tr, th, td { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      th, td { padding: .15rem 0; }
      tbody tr { padding: .6rem 0; }
      tbody tr + tr > * { border-top: 0; }
      tbody tr + tr { border-top: 1px solid var(--line); }
      td[data-label]::before {
        content: attr(data-label); display: block; font-size: .8rem; color: var(--muted);
      }
      td:empty { display: none; }
    }
    @media print { .bar, .pages, .foot { display: none; } }
    """
}
