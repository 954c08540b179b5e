/// Blocks of Markdown, of which a limit of size lets through as many as fit, in their order.
struct MarkdownDocument {
  private let blocks: [MarkdownBlock]

  /// Takes blocks, the most important first.
  init(_ blocks: [MarkdownBlock]) {
    self.blocks = blocks
  }

  /// The text in no more than `limit` bytes of UTF-8, which are never fewer than characters.
  ///
  /// Nothing follows a block that was cut, so that no reader takes the rest for the whole.
  func text(within limit: Int) -> (text: String, isCut: Bool) {
    var text = ""
    for block in blocks {
      guard let next = block.text(within: limit - text.utf8.count) else { return (text, true) }
      text += next.text
      if next.isCut { return (text, true) }
    }
    return (text, false)
  }
}
