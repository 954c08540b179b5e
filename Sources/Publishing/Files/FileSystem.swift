import Diagnostics
import Glibc

/// What a run asks the file system, and tells it.
public enum FileSystem {
  /// What stands at a path.
  enum Kind: Sendable, Hashable {
    case file
    case folder
  }

  /// What stands at a path, symbolic links followed; nil when there is nothing.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Something in a folder.
  typealias Entry = (name: String, kind: Kind, isLink: Bool)

  /// The names in a folder in their order, hidden ones left out.
  ///
  /// A symbolic link to a folder is told apart, so that a search cannot run in circles.
  ///
  /// - Throws: ``FileError`` for a folder that cannot be opened.
  static func entries(_ folder: String) throws(FileError) -> [Entry] {
    guard let directory = opendir(folder) else { throw FileError(folder) }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let name = String(decoding: bytes, as: UTF8.self)
      let path = "\(folder)/\(name)"
      var status = stat()
      guard !name.hasPrefix("."), lstat(path, &status) == 0, let kind = kind(path) else { continue }
      entries.append((name, kind, status.st_mode & S_IFMT == S_IFLNK))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// The bytes of a file, no more than `limit` of them.
  ///
  /// A pipe is read too, since shells make one of `<(…)`; one into which nobody writes is given up.
  ///
  /// - Parameter patience: How long a pipe may keep us waiting, in milliseconds.
  /// - Throws: ``FileError`` with the system's words.
  static func read(
    _ path: String, limit: Int, patience: Int32 = 5000
  ) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count < limit {
      guard isReadable(descriptor, within: patience) else {
        throw FileError(path, reason: "a pipe into which nobody writes")
      }
      let count = Glibc.read(descriptor, &buffer, min(buffer.count, limit - bytes.count))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        throw FileError(path)
      }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Waits until a read would not block; true at once for files, and at the end of a pipe.
  private static func isReadable(_ descriptor: Int32, within patience: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Only a timeout says no: any failure is told in the system's words by the read that follows.
    return poll(&request, 1, patience) != 0
  }

  /// The path of something that lies there and whose name is nearly that of a path; nil when nothing
  /// is.
  static func nearName(_ path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = String(path.dropFirst(folder.count))
    let names = ((try? entries(folder.isEmpty ? "." : folder)) ?? []).map(\.name)
    return SpellingSuggestion.best(for: name, among: names).map { folder + $0 }
  }

  /// The path without links and dots, by which two names of one file are told to be one.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What a link says, nil for anything else.
  static func linkTarget(_ path: String) -> String? {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &text, text.count)
    guard count >= 0 else { return nil }
    return String(decoding: text[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes all bytes to an open file; false, with the reason in `errno`, when that fails.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(count, 0))
    }
    return true
  }

  /// The working directory.
  static var workingDirectory: String { realPath(".") ?? "." }
}
