import Arguments
import ModelManifests

extension FieldOverrides {
  /// Reads every `--set`.
  ///
  /// - Throws: `UsageError` for a path that no manifest has.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    do throws(FieldPathError) {
      self = try FieldOverrides(parsing: arguments.values(PublishCommand.set))
    } catch {
      throw UsageError("--set: \(error.message)", hint: error.hint)
    }
  }
}
