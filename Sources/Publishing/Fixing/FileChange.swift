public import Diagnostics

/// A file as it was read, and as it is to be.
public struct FileChange: Sendable {
  /// As it was read.
  public let before: SourceFile
  /// As it is to be.
  public let after: SourceFile

  /// Pairs the two.
  public init(before: SourceFile, after: SourceFile) {
    self.before = before
    self.after = after
  }

  /// Writes the file as a whole, behind the links that lead to it within the repository.
  ///
  /// - Returns: A finding when the file was left as it is.
  public func write() -> Diagnostic? {
    let path = before.path
    guard let target = FileSystem.realPath(path) else { return refusal(FileError(path).reason) }
    guard let root = LinkBounds.root(around: path), LinkBounds.contains(root, target) else {
      return refusal("it is a link that leads out of the repository, to \(target)")
    }
    do throws(FileError) {
      let isWritten = try FileReplacement.write(after.bytes, to: target, over: before.bytes)
      return isWritten ? nil : changedMeanwhile
    } catch {
      return refusal(error.reason)
    }
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .fileNotFixed, "\(before.path) could not be mended: \(reason)",
      hint: "'--fix --diff' shows what would be changed")
  }

  private var changedMeanwhile: Diagnostic {
    Diagnostic(
      .fileChangedMeanwhile, "\(before.path) was changed by somebody else and left as it is",
      hint: "run the command again")
  }
}
