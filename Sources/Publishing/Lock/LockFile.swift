public import Diagnostics
import JSONDocuments
import Reconciler

/// `mlcatalog.lock` as it lies beside the project config, or in the working directory.
public struct LockFile: Sendable {
  /// The file's name.
  public static let name = "mlcatalog.lock"
  /// The version of the form.
  public static let schemaVersion = LockDocument.schemaVersion
  /// A lock is smaller than this; anything else is none.
  private static let sizeLimit = 64 * 1024 * 1024

  /// What makes the lock of an environment anew; nil is the project without any.
  static func command(for environment: String?) -> String {
    "mlcatalog lock" + (environment.map { " --env \($0)" } ?? "")
  }

  /// Where the file is, or would be.
  public let path: String
  /// The file; nil when there is none.
  public let source: SourceFile?
  /// What it holds; empty when there is no file.
  let content: Result<LockDocument, Failure>

  /// Reads the lock of a project.
  ///
  /// - Parameter configPath: The path of the project config; nil when there is none.
  public init(besideConfig configPath: String?) {
    self.init(path: Self.path(besideConfig: configPath))
  }

  /// Where the lock of a project is, or would be.
  ///
  /// - Parameter configPath: The path of the project config; nil when there is none.
  public static func path(besideConfig configPath: String?) -> String {
    let folder = configPath.flatMap { path in
      path.lastIndex(of: "/").map { String(path[...$0]) }
    }
    return (folder ?? "") + name
  }

  /// Reads a file.
  init(path: String) {
    self.path = path
    guard FileSystem.kind(path) != nil else {
      source = nil
      content = .success(LockDocument())
      return
    }
    do throws(FileError) {
      try LinkBounds.check(path, isNamed: false)
      let bytes = try FileSystem.read(path, limit: Self.sizeLimit)
      let source = SourceFile(path: path, bytes: bytes)
      self.source = source
      content = Result { () throws(Failure) in try Self.document(source) }
    } catch {
      source = nil
      content = .failure(
        Failure(
          .unreadableLock, "the lock cannot be read: \(error)",
          "see to the path and to its permissions; the lock is a file that `mlcatalog lock` writes",
          .unreadableInput))
    }
  }

  private static func document(_ source: SourceFile) throws(Failure) -> LockDocument {
    let json: JSON
    do throws(JSONSyntaxError) {
      json = try JSON(parsing: source.bytes)
    } catch {
      if let line = UnmergedText(source).firstMarker { throw unmerged(source, line) }
      let place = source.position(ofByte: error.offset)
      throw unreadable("the lock is no JSON: \(error.message)", source, place)
    }
    guard let object = json.object else {
      throw unreadable("the lock is no JSON object", source, .start)
    }
    guard let written = object["schemaVersion"] else {
      throw unreadable("the lock lacks its `schemaVersion`", source, .start)
    }
    let place = position(of: JSONPointer(["schemaVersion"]), in: source)
    guard let version = written.integer, version > 0 else {
      throw unreadable(
        "`schemaVersion` is no version of a lock: a whole number from 1 on is expected", source,
        place)
    }
    guard version <= LockDocument.schemaVersion else {
      throw Failure(
        Diagnostic(
          .newerLock,
          "the lock is of version \(version), and this mlcatalog reads version "
            + "\(LockDocument.schemaVersion)",
          hint: "use the mlcatalog that wrote it", at: range(place, source)), .unreadableInput)
    }
    return LockDocument(object)
  }

  /// Says that Git left both sides of a merge.
  private static func unmerged(_ source: SourceFile, _ line: Int) -> Failure {
    Failure(
      Diagnostic(
        .unmergedLock, "the lock holds both sides of a merge",
        hint: "run `mlcatalog lock` again; it makes the lock of the merged manifests",
        at: range(Position(line: line, column: 1), source)), .unreadableInput)
  }

  /// The texts that the section of an environment acknowledges.
  func acknowledged(in environment: String?) -> Result<AcknowledgedProse, Failure> {
    content.flatMap { document in
      do throws(RecordShapeError) {
        return .success(try document.acknowledged(in: environment))
      } catch {
        return .failure(failure(error))
      }
    }
  }

  /// Says what is wrong with a value.
  func failure(_ error: RecordShapeError) -> Failure {
    guard let source else {
      return Failure(.unreadableLock, "the lock \(error.problem)", nil, .unreadableInput)
    }
    let name = error.pointer.tokens.last.map { "`\($0)`" } ?? "the lock"
    return Self.unreadable(
      "\(name) \(error.problem)", source, Self.position(of: error.pointer, in: source))
  }

  /// The place of an entry's key; nil when there is none.
  func range(ofKey pointer: [String]) -> SourceRange? {
    guard let source, let place = JSONPosition.ofKey(at: JSONPointer(pointer), in: source.bytes)
    else { return nil }
    let start = Self.position(place, source)
    let end = Position(
      line: start.line, column: start.column + (pointer.last?.unicodeScalars.count ?? 0) + 2)
    return SourceRange(path: path, start: start, end: end)
  }

  private static func unreadable(
    _ message: String, _ source: SourceFile, _ place: Position
  ) -> Failure {
    Failure(
      Diagnostic(
        .unreadableLock, message,
        hint: "take the file back from the repository, or delete it and run `mlcatalog lock`",
        at: range(place, source)), .unreadableInput)
  }

  private static func position(of pointer: JSONPointer, in source: SourceFile) -> Position {
    JSONPosition.ofValue(at: pointer, in: source.bytes).map { position($0, source) } ?? .start
  }

  /// Columns of JSON count bytes.
  private static func position(_ place: JSONPosition, _ source: SourceFile) -> Position {
    let line = Array((source.line(place.line) ?? "").utf8.prefix(place.column - 1))
    return Position(
      line: place.line,
      column: String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
  }

  private static func range(_ place: Position, _ source: SourceFile) -> SourceRange {
    SourceRange(path: source.path, start: place, end: place)
  }
}
