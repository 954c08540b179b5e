/// A file of a commit.
public struct TreeEntry: Sendable, Hashable {
  /// What a file is.
  public enum Kind: Sendable, Hashable {
    case file
    /// Its content is the path that it leads to.
    case symbolicLink
    /// Another repository.
    case submodule
  }

  /// The path from the repository's root, without a slash at its beginning.
  public let path: String
  /// What it is.
  public let kind: Kind
  /// The name of the object that holds the content.
  public let object: String

  init(path: String, kind: Kind, object: String) {
    self.path = path
    self.kind = kind
    self.object = object
  }

  /// Reads what `ls-tree -r -z` prints; paths that are no UTF-8 are left out, since nothing of
  /// ours can open them.
  static func all(in output: [UInt8]) -> [TreeEntry] {
    output.split(separator: 0).compactMap { TreeEntry($0) }
  }

  /// Reads `100644 blob 257cc56…<TAB>path`.
  private init?(_ record: ArraySlice<UInt8>) {
    guard let tab = record.firstIndex(of: 0x09),
      let path = String(validating: record[(tab + 1)...], as: UTF8.self)
    else { return nil }
    let words = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
    guard words.count == 3 else { return nil }
    let kind: Kind
    switch (words[0], words[1]) {
    case ("160000", _): kind = .submodule
    case ("120000", "blob"): kind = .symbolicLink
    case (_, "blob"): kind = .file
    default: return nil
    }
    self.init(path: path, kind: kind, object: String(words[2]))
  }
}
