/// What somebody who reads a search page by page wants after a page.
public enum PageWish: Sendable, Hashable {
  /// The next page, if there is one.
  case more
  /// No further page.
  case enough
}
