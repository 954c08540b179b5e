/// An argument that is no option, such as the paths of `publish`.
public struct Operand: Sendable, Hashable {
  /// Its name in help, in capitals.
  public var name: String
  /// What it means.
  public var help: String
  /// Whether the command needs it.
  public var isRequired: Bool
  /// Whether there may be more than one.
  public var isRepeatable: Bool

  /// Makes an operand.
  public init(_ name: String, help: String, isRequired: Bool = false, isRepeatable: Bool = false) {
    self.name = name
    self.help = help
    self.isRequired = isRequired
    self.isRepeatable = isRepeatable
  }

  /// The operand in a usage line: `PATH`, `[PATH]` or `[PATH...]`.
  var usage: String {
    let name = isRepeatable ? name + "..." : name
    return isRequired ? name : "[\(name)]"
  }
}
