extension StyleSheet {
  /// The head and foot of every page, type, and the page for signing in.
  static let frame = """
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
    body {
      margin: 0; min-height: 100vh; display: flex; flex-direction: column;
      background: var(--canvas); color: var(--ink);
      font: 1rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto,
        "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    code, pre, .path {
      font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono",
        "DejaVu Sans Mono", monospace;
      font-size: .875em;
    }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    .spoken {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip {
      position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--surface);
      z-index: 3;
    }
    .skip:focus { left: .75rem; top: .75rem; }
    .bar {
      background: var(--surface); border-bottom: 1px solid var(--line);
      display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem;
      padding: .6rem max(1rem, calc((100vw - 76rem) / 2));
    }
    .brand {
      display: flex; align-items: center; gap: .6rem; font-weight: 650; color: var(--ink);
      text-decoration: none;
    }
    .brand svg { width: 1.6rem; height: 1.6rem; display: block; }
    .bar form { margin: 0; display: flex; gap: .5rem; align-items: center; }
    .search { flex: 1 1 14rem; max-width: 30rem; margin-inline-end: auto !important; }
    .account { color: var(--muted); font-size: .9rem; }
    input {
      font: inherit; color: var(--ink); background: var(--canvas); width: 100%; min-width: 0;
      border: 1px solid var(--edge); border-radius: 6px; padding: .35rem .7rem;
    }
    button {
      font: inherit; font-size: .9rem; color: var(--ink); background: var(--surface);
      border: 1px solid var(--edge); border-radius: 6px; padding: .35rem .8rem; cursor: pointer;
      white-space: nowrap;
    }
    button:hover { background: var(--inset); }
    button.primary {
      background: var(--accent); border-color: var(--accent); color: var(--on-accent);
      font-weight: 600; padding: .55rem 1rem;
    }
    main { width: 100%; max-width: 78rem; margin: 0 auto; padding: 1.75rem 1rem 3rem; flex: 1; }
    .foot {
      color: var(--muted); font-size: .85rem; border-top: 1px solid var(--line);
      padding: 1rem max(1rem, calc((100vw - 76rem) / 2));
    }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .15rem 0 .35rem; letter-spacing: -.015em; }
    h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .8rem; }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    h4 { font-size: .95rem; margin: 1rem 0 .3rem; color: var(--muted); }
    p { margin: 0 0 .75rem; }
    .entry {
      width: 100%; max-width: 24rem; margin: 8vh auto 0; background: var(--surface);
      border: 1px solid var(--line); border-radius: 12px; padding: 2rem;
    }
    .entry h1 { font-size: 1.4rem; margin-bottom: 1.25rem; }
    .entry label { display: block; font-weight: 600; font-size: .9rem; margin: 1rem 0 .3rem; }
    .entry input { padding: .55rem .7rem; }
    .entry button { width: 100%; margin-top: 1.5rem; }
    .entry .hint { color: var(--muted); font-size: .85rem; margin: 1.25rem 0 0; }
    .problem {
      background: var(--removed-inset); color: var(--removed); border-radius: 6px;
      padding: .6rem .8rem; margin: 0;
    }
    """
}
