/// Names of members of documents as Elasticsearch's fields have them.
enum SearchField {
  /// A name without the suffix for another way of indexing, such as `.keyword`.
  static func withoutSubfield(_ name: String) -> String {
    for suffix in [".keyword", ".ngram", ".compound", ".actualCase"] where name.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return name
  }
}
