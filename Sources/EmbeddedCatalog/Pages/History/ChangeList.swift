/// The changes of one version, value by value.
struct ChangeList {
  /// Longer values are folded.
  private static let longValue = 600
  /// More changes than these are folded.
  private static let shownChanges = 40

  let changes: [FieldChange]

  var markup: Markup {
    let first = list(changes.prefix(Self.shownChanges))
    if changes.count <= Self.shownChanges { return first }
    return Markup(joining: [
      first,
      Markup("details") {
        Markup("summary") { "\(changes.count - Self.shownChanges) more changes" }
        list(changes.dropFirst(Self.shownChanges))
      },
    ])
  }

  private func list(_ changes: ArraySlice<FieldChange>) -> Markup {
    Markup("ul", .class("changes")) {
      changes.map { change in
        Markup("li") {
          if let fate = fate(change) {
            Markup("span", .class("field")) { fate }
          } else {
            Markup("span", .class("field")) { name(change) }
            Markup("span", .class("value")) { value(change) }
          }
        }
      }
    }
  }

  /// What became of the whole entity; nil for a change of one of its fields.
  private func fate(_ change: FieldChange) -> String? {
    guard change.path == [.field("deleted")] else { return nil }
    return change.new == "true" ? "deleted" : "restored"
  }

  private func name(_ change: FieldChange) -> Markup {
    Markup(
      joining: change.path.flatMap { step in
        switch step {
        case .field(let name): [Markup(text: FieldName.words(name) + " ")]
        case .element(let name): [Markup("b") { Markup.name(name) }, Markup(text: " ")]
        }
      } + [Markup.spoken(verb(change))])
  }

  private func verb(_ change: FieldChange) -> String {
    if change.old == nil { return "added:" }
    return change.new == nil ? "removed:" : "changed:"
  }

  private func value(_ change: FieldChange) -> Markup {
    switch (change.old, change.new) {
    case (let old?, let new?): changed(old, new)
    case (let old?, nil): folded(old) { Markup("del") { old } }
    case (nil, let new?): folded(new) { Markup("ins") { new } }
    case (nil, nil): .empty
    }
  }

  private func changed(_ old: String, _ new: String) -> Markup {
    folded(old.count > new.count ? old : new) {
      TextDifference(from: old, to: new).parts.map { part in
        switch part {
        case .same(let text): Markup(text: text)
        case .removed(let text): Markup("del") { text }
        case .added(let text): Markup("ins") { text }
        }
      }
    }
  }

  private func folded(_ text: String, @MarkupBuilder content: () -> Markup) -> Markup {
    let content = content()
    if text.count <= Self.longValue { return content }
    return Markup("details") {
      Markup("summary") { Markdown.excerpt(text, limit: 80) }
      content
    }
  }
}
