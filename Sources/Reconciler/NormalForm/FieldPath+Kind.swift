import ModelManifests

/// What kind of field a path names; it decides who wins when both sides changed it.
enum FieldKind: Sendable, Hashable {
  /// Text that people write: descriptions and display names.
  case prose
  /// Everything else with one value, and the entries of lists matched by name.
  case technical
}

extension FieldPath {
  /// The kind of the field.
  var kind: FieldKind {
    if topLevelMember == "extension" { return .technical }
    return switch segments.last {
    case .member("description")?, .member("displayName")?: .prose
    default: .technical
    }
  }

  private static let sets: Set<String> = [
    "tags", "glossaryTerms", "owners", "domains", "dataProducts",
  ]

  /// The set that this path is a member of; nil when it is none.
  var memberOfSet: FieldPath? {
    guard case .element? = segments.last, segments.count > 1,
      case .member(let set) = segments[segments.count - 2], FieldPath.sets.contains(set)
    else { return nil }
    return FieldPath(Array(segments.dropLast()))
  }

  /// The entries of lists that the path lies in or is, outermost first.
  var listElements: [FieldPath] {
    segments.indices.compactMap { index in
      guard case .element = segments[index] else { return nil }
      let path = FieldPath(Array(segments[...index]))
      return path.memberOfSet == nil ? path : nil
    }
  }

  /// The path without its last step.
  var parent: FieldPath { FieldPath(Array(segments.dropLast())) }

  /// The key of the last step, when it is an element.
  var elementKey: String? {
    if case .element(let key)? = segments.last { key } else { nil }
  }

  static let tier = FieldPath("tier")
  static let tags = FieldPath("tags")
  static let glossaryTerms = FieldPath("glossaryTerms")
  static let owners = FieldPath("owners")
  static let dashboard = FieldPath("dashboard")
  /// The one domain of servers before 1.9.
  static let domain = FieldPath("domain")
  /// The domains of servers from 1.9 on.
  static let domains = FieldPath("domains")
  static let dataProducts = FieldPath("dataProducts")
  static let customProperties = FieldPath("extension")
  static let mlStore = FieldPath("mlStore")
  static let mlFeatures = FieldPath("mlFeatures")
  static let mlHyperParameters = FieldPath("mlHyperParameters")
}

extension Sequence<FieldPath> {
  /// The paths in the order of their texts, each text made once.
  var inTextOrder: [FieldPath] {
    map { ($0.description, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
