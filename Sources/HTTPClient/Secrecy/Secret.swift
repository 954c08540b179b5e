/// A value that must not be printed: a token, a password, a header of a proxy.
///
/// Interpolation, `print` and `dump` show `<redacted>`; the text is reached only by ``reveal()``.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let text: String

  /// Takes the secret text.
  public init(_ text: String) { self.text = text }

  /// The secret text, for the wire alone.
  public func reveal() -> String { text }

  /// Whether there is nothing to hide.
  public var isEmpty: Bool { text.isEmpty }

  /// Always `<redacted>`.
  public var description: String { "<redacted>" }
  /// Always `<redacted>`.
  public var debugDescription: String { description }
  /// No children: reflection shows nothing.
  public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
