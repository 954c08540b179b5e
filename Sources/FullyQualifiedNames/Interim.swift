public enum NameQuoting: Sendable { case rejectsQuotes, doublesQuotes }
public struct FullyQualifiedName: Sendable, Hashable { public var parts: [String]; public init(_ p: [String]) { parts = p } }
