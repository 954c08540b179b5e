public import FullyQualifiedNames

/// What `pull` is asked for.
public enum PullTarget: Sendable, Hashable {
  /// Why a text names neither a model nor a service.
  public struct Problem: Error, Sendable, Hashable {
    /// What is wrong, without its full stop.
    public let message: String
    /// What to write instead.
    public let hint: String
  }

  /// One model.
  case model(FullyQualifiedName)
  /// All models of a service, by its plain name.
  case service(String)

  /// Reads a fully qualified name: of one part it is a service's, of two a model's.
  public init(parsing text: String) throws(Problem) {
    if text.contains("://") {
      throw Problem(
        message: "`\(text)` is the address of a page, and a model is named as service.model",
        hint: "write the name, as in 'CustomMLService.Revenue Predictions'")
    }
    let parts: [String]
    do throws(FullyQualifiedNameError) {
      parts = try FullyQualifiedName(parsing: text).parts
    } catch {
      throw Problem(message: "`\(text)` is no fully qualified name: \(error)", hint: Self.forms)
    }
    switch parts.count {
    case 1: self = .service(parts[0])
    case 2: self = .model(FullyQualifiedName(parts))
    default:
      throw Problem(
        message: "`\(text)` has \(parts.count) parts, and a model is named as service.model",
        hint: Self.forms)
    }
  }

  private static let forms =
    "put a part with a dot in it in quotes, as in '\"my.service\".model', or give --service NAME"
}
