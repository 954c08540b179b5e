import JSONDocuments

/// Two entities that belong together, and what is known about it.
struct Relationship: Sendable, Hashable {
  let source: String
  let target: String
  let detail: JSON?
}
