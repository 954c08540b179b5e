public import Diagnostics
import Glibc

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

  /// Writes the file: beside the old one and then in its place, with its mode, behind the links
  /// that lead to it.
  ///
  /// - Returns: A finding when the file was left as it is.
  public func write() -> Diagnostic? {
    let path = before.path
    guard let target = FileSystem.realPath(path) else { return refusal(FileError(path).reason) }
    guard let root = LinkBounds.root(around: path), LinkBounds.contains(root, target) else {
      return refusal("it is a link that leads out of the repository, to \(target)")
    }
    var status = stat()
    guard stat(target, &status) == 0 else { return refusal(FileError(path).reason) }
    guard status.st_mode & S_IFMT == S_IFREG else { return refusal("it is no file of its own") }
    // The system lets root write everything, and a file be replaced whose folder can be written.
    guard status.st_mode & 0o222 != 0, access(target, W_OK) == 0 else {
      return refusal("it is read-only")
    }
    do throws(FileError) {
      return try replace(target, status) ? nil : changedMeanwhile
    } catch {
      return refusal(error.reason)
    }
  }

  /// False when the file has another content by now.
  private func replace(_ target: String, _ status: stat) throws(FileError) -> Bool {
    var name = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw FileError(target) }
    var isDone = false
    defer { if !isDone { unlink(name) } }
    let isWritten =
      Self.write(after.bytes, to: descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0
      && fsync(descriptor) == 0
    let problem = isWritten ? nil : FileError(target)
    // Only root may give files away; for others the owner is the one they are.
    if geteuid() == 0 { fchown(descriptor, status.st_uid, status.st_gid) }
    guard close(descriptor) == 0, isWritten else { throw problem ?? FileError(target) }
    let now = try FileSystem.read(target, limit: before.bytes.count + 1)
    guard now == before.bytes else { return false }
    guard rename(name, target) == 0 else { throw FileError(target) }
    isDone = true
    return true
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(count, 0))
    }
    return true
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
