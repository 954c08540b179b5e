import Glibc
import Publishing
import Reporting

/// Writing texts to files and streams.
enum OutputFile {
  /// Replaces a file as a whole; the system's reason when that cannot be done.
  ///
  /// What is no file, such as a pipe, is written to.
  static func replace(_ path: String, with text: String) -> String? {
    if isStream(path) { return write(text, to: path, O_TRUNC) }
    do throws(FileError) {
      try FileReplacement.write(Array(text.utf8), to: path)
      return nil
    } catch {
      return error.reason
    }
  }

  /// Whether it is no file, or one that another program has opened for us, which would not see what
  /// comes in its place.
  private static func isStream(_ path: String) -> Bool {
    if ["/dev/std", "/dev/fd/", "/proc/"].contains(where: path.hasPrefix) { return true }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Adds to the end of a file; the system's reason when that cannot be done.
  static func append(_ text: String, to path: String) -> String? {
    write(text, to: path, O_APPEND)
  }

  /// How many bytes a file holds; none when there is no such file.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether two paths lead to one file, be it one that is not there yet.
  static func isSame(_ left: String, _ right: String) -> Bool {
    var first = stat()
    var second = stat()
    if stat(left, &first) == 0, stat(right, &second) == 0 {
      // Devices are written one after the other, files over each other.
      return first.st_mode & S_IFMT == S_IFREG
        && (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
    }
    return PathSteps(left, from: WorkingTree.folder) == PathSteps(right, from: WorkingTree.folder)
  }

  /// Makes files, all or none; the path and the system's reason when one cannot be made, also when
  /// there is one already.
  static func create(
    _ files: [(path: String, text: String)]
  ) -> (path: String, problem: String)? {
    for (index, file) in files.enumerated() {
      guard let problem = write(file.text, to: file.path, O_EXCL) else { continue }
      for made in files[..<index] { unlink(made.path) }
      return (file.path, problem)
    }
    return nil
  }

  /// Puts files in the place of those that are there, each of them whole at any moment.
  ///
  /// The path and the system's reason when one cannot be written, and the paths of those before it,
  /// which are written then.
  static func replace(
    _ files: [(path: String, text: String)]
  ) -> (path: String, problem: String, written: [String])? {
    for (index, file) in files.enumerated() {
      if let problem = replace(file.path, with: file.text) {
        return (file.path, problem, files[..<index].map(\.path))
      }
    }
    return nil
  }

  /// Makes a folder and those around it; the system's reason when that cannot be done.
  static func makeFolder(_ path: String) -> String? {
    if isFolder(path) { return nil }
    if isThere(path) { return String(cString: strerror(ENOTDIR)) }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex,
      let problem = makeFolder(String(path[..<slash]))
    {
      return problem
    }
    return mkdir(path, 0o777) == 0 || errno == EEXIST ? nil : reason
  }

  /// Whether a folder is there.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is anything of that name, be it a link that leads nowhere.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func write(_ text: String, to path: String, _ mode: Int32) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | mode | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return reason }
    var problem = FileSystem.write(Array(text.utf8), to: descriptor) ? nil : reason
    // Some file systems tell only now that the disk is full.
    if close(descriptor) != 0 { problem = problem ?? reason }
    if problem != nil, mode == O_EXCL { unlink(path) }
    return problem
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
