import Glibc

/// Puts a new content in the place of a file, whole or not at all.
///
/// It is written beside the file, brought to the disk, and then given the file's name, so that a full
/// disk, a crash or a second program at any moment leave either the old content or the new one.
public enum FileReplacement {
  /// Replaces what a path leads to, or makes it.
  ///
  /// Links on the way stay links. A file that is there keeps its mode and, where the system allows,
  /// its owner; one that nobody may write to is left.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - path: The file.
  ///   - expected: What the file must hold to be replaced; nil when any content may go.
  /// - Returns: False when the file holds something else than expected; it is left then.
  /// - Throws: ``FileError`` with the system's words; what was there is as it was.
  @discardableResult
  public static func write(
    _ bytes: [UInt8], to path: String, over expected: [UInt8]? = nil
  ) throws(FileError) -> Bool {
    let target = try destination(of: path)
    let former = try status(of: target, path)
    let (draft, descriptor) = try openDraft(beside: target, path)
    var isDone = false
    defer { if !isDone { unlink(draft) } }
    try fill(descriptor, with: bytes, like: former, path)
    if let expected {
      guard try FileSystem.read(target, limit: expected.count + 1) == expected else { return false }
    }
    guard rename(draft, target) == 0 else { throw FileError(path) }
    isDone = true
    return true
  }

  /// Where a path leads through links, be it to a file that is not there yet.
  private static func destination(of path: String) throws(FileError) -> String {
    var path = path
    // As many as Linux itself follows.
    for _ in 0..<40 {
      if let real = FileSystem.realPath(path) { return real }
      guard let target = FileSystem.linkTarget(path) else { return path }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    throw FileError(path, reason: String(cString: strerror(ELOOP)))
  }

  /// Of the file that is there, nil when there is none.
  private static func status(of target: String, _ path: String) throws(FileError) -> stat? {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw FileError(path)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileError(path, reason: String(cString: strerror(EISDIR)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, reason: "it is no file of its own")
    }
    // The system lets root write everything, and a file be replaced whose folder can be written.
    guard status.st_mode & 0o222 != 0, access(target, W_OK) == 0 else {
      throw FileError(path, reason: "it is read-only")
    }
    return status
  }

  /// A new file of a name that no search for manifests finds, should the process be killed now.
  private static func openDraft(
    beside target: String, _ path: String
  ) throws(FileError) -> (name: String, descriptor: Int32) {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    while true {
      let name = "\(folder).mlcatalog-\(String(UInt64.random(in: .min ... .max), radix: 36))"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      guard errno == EEXIST else { throw FileError(path) }
    }
  }

  /// Writes and closes a draft, with the mode and the owner of the file that it will replace.
  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], like former: stat?, _ path: String
  ) throws(FileError) {
    // Only root may give files away; for others the owner is the one they are.
    if let former, geteuid() == 0 { fchown(descriptor, former.st_uid, former.st_gid) }
    let isWritten =
      FileSystem.write(bytes, to: descriptor)
      && (former.map { fchmod(descriptor, $0.st_mode & 0o7777) == 0 } ?? true)
      && fsync(descriptor) == 0
    let problem = isWritten ? nil : FileError(path)
    // Some file systems tell only now that the disk is full.
    guard close(descriptor) == 0, isWritten else { throw problem ?? FileError(path) }
  }
}
