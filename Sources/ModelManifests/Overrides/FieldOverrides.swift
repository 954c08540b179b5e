public import Diagnostics

/// All values that the command line gives to fields, in its order.
public struct FieldOverrides: Sendable {
  /// The values; of two for one field the later counts.
  public let items: [FieldOverride]
  /// The command line as a text that findings can quote; nil when it gives no value.
  public let file: SourceFile?

  /// Reads the arguments of `--set`.
  ///
  /// - Throws: ``FieldPathError`` for the first that is not of the form, or whose path leads to no
  ///   field of a manifest that takes a scalar.
  public init(parsing arguments: [String] = []) throws(FieldPathError) {
    let text = CommandLineText(arguments)
    var items: [FieldOverride] = []
    for (argument, offset) in zip(arguments, text.offsets) {
      items.append(try FieldOverride(argument, at: offset, of: text))
    }
    self.items = items
    file = items.isEmpty ? nil : text.file
  }

  /// No values.
  public static let none = FieldOverrides()

  private init() {
    items = []
    file = nil
  }
}

extension SourceRange {
  /// Whether the place is on the command line and in no file.
  public var isOnCommandLine: Bool { path == CommandLineText.name }
}
