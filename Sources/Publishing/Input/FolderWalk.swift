/// All files below a folder, hidden ones and symbolic links to folders left out.
struct FolderWalk {
  /// Deeper folders are not searched.
  static let depthLimit = 32

  /// The paths, in the order of their names within each folder.
  private(set) var files: [String] = []
  /// The folders that could not be read.
  private(set) var unreadable: [FileError] = []

  private let isWanted: (String) -> Bool

  /// Walks.
  ///
  /// - Parameters:
  ///   - folder: Where to begin; an empty one is the working directory.
  ///   - isWanted: Whether anything below a folder is of use; it is asked before that is opened.
  init(_ folder: String, isWanted: @escaping (String) -> Bool = { _ in true }) {
    self.isWanted = isWanted
    walk(folder, depth: 0)
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth <= Self.depthLimit else { return }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let entries: [FileSystem.Entry]
    do throws(FileError) {
      entries = try FileSystem.entries(folder.isEmpty ? "." : folder)
    } catch {
      return unreadable.append(error)
    }
    for entry in entries {
      let path = base.isEmpty && !folder.hasPrefix("/") ? entry.name : "\(base)/\(entry.name)"
      switch entry.kind {
      case .file: files.append(path)
      case .folder:
        if !entry.isLink, isWanted(path) { walk(path, depth: depth + 1) }
      }
    }
  }
}
