import Diagnostics
import JSONDocuments

/// A file that `--plan` names.
public struct PlanFile: Sendable {
  /// A plan is smaller than this; anything else is none.
  private static let sizeLimit = 256 * 1024 * 1024
  private static let hint =
    "give the file that `mlcatalog publish --check --plan-out FILE` wrote, as it was written"

  /// The file's path.
  public let path: String
  /// What it holds, or why it cannot be carried out.
  public let content: Result<SavedPlan, Failure>

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The path as the user gave it.
  ///   - toolVersion: The version of this program, which alone can carry out its plans.
  public init(path: String, toolVersion: String) {
    self.path = path
    content = Result { () throws(Failure) in try Self.read(path, toolVersion) }
  }

  private static func read(_ path: String, _ toolVersion: String) throws(Failure) -> SavedPlan {
    guard FileSystem.kind(path) != nil else { throw Failure(InputError.noSuchPath(path)) }
    let source: SourceFile
    do throws(FileError) {
      source = SourceFile(path: path, bytes: try FileSystem.read(path, limit: sizeLimit))
    } catch {
      throw Failure(
        .unreadablePlan, "the plan cannot be read: \(error)", nil, .unreadableInput)
    }
    let document: JSON
    do throws(JSONSyntaxError) {
      document = try JSON(parsing: source.bytes)
    } catch {
      let place = source.position(ofByte: error.offset)
      let isCut = error.offset >= source.bytes.count
      throw unreadable(
        isCut ? "the plan is not whole" : "the plan is no JSON: \(error.message)", path, place)
    }
    guard SavedPlan.isPlan(document), let object = document.object else {
      throw unreadable("\(path) is no plan", path, .start)
    }
    try checkMaker(document, path, toolVersion)
    guard object["digest"]?.string == SavedPlan.digest(of: object) else {
      throw Failure(
        Diagnostic(
          .editedPlan, "\(path) is not as it was written: its content does not fit its digest",
          hint: hint, at: range(path, .start)), .unreadableInput)
    }
    do throws(RecordShapeError) {
      return try SavedPlan(RecordedValue(document))
    } catch {
      throw unreadable("the plan cannot be read: `\(error.pointer)` \(error.problem)", path, .start)
    }
  }

  /// Says no to a plan of another version, before its content is looked at, whose form may differ.
  private static func checkMaker(
    _ document: JSON, _ path: String, _ toolVersion: String
  ) throws(Failure) {
    let maker = document["tool"]?["version"]?.string
    guard
      maker != toolVersion || document["schemaVersion"]?.integer != Int64(SavedPlan.schemaVersion)
    else { return }
    throw Failure(
      Diagnostic(
        .planOfOtherVersion,
        "\(path) was made by mlcatalog \(maker ?? "of an unknown version"), and this is "
          + toolVersion,
        hint: "plan and publish with one version", at: range(path, .start)), .stale)
  }

  private static func unreadable(
    _ message: String, _ path: String, _ place: Position
  ) -> Failure {
    Failure(
      Diagnostic(.unreadablePlan, message, hint: hint, at: range(path, place)), .unreadableInput)
  }

  private static func range(_ path: String, _ place: Position) -> SourceRange {
    SourceRange(path: path, start: place, end: place)
  }
}
