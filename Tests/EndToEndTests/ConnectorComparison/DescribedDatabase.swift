import JSONDocuments
import TestSupport

/// What a catalog holds of one database service, by the place of each value.
///
/// A place is the entity's name without its service, then the members that lead to the value, such
/// as `tables/nasty.kinds.keys/columns/alone/dataType`; elements of a list go by their name, those
/// without one by their number.
struct DescribedDatabase {
  /// What the server makes itself for each request.
  private static let ofServer: Set<String> = [
    "id", "href", "updatedAt", "updatedBy", "version", "changeDescription",
    "incrementalChangeDescription", "changeSummary",
  ]
  private static let collections = [
    "services/databaseServices", "databases", "databaseSchemas", "tables", "storedProcedures",
  ]

  /// Texts, numbers and truth values by their places.
  private(set) var values: [String: JSON] = [:]
  /// How many tables and columns there are.
  private(set) var tables = 0
  private(set) var columns = 0
  private let service: String

  /// Reads everything that a service holds, with all fields.
  init(of service: String, in catalog: RunningCatalog) async throws {
    self.service = service
    for collection in Self.collections {
      let list = try await catalog.require("GET", "\(collection)?limit=1000&fields=*")
      for entity in list["data"]?.array ?? [] {
        let name = entity["fullyQualifiedName"]?.string ?? ""
        guard name == service || name.hasPrefix(service + ".") else { continue }
        add(entity, "\(collection)/\(withoutService(name))")
        if collection == "tables" {
          tables += 1
          columns += entity["columns"]?.array?.count ?? 0
        }
      }
    }
  }

  private mutating func add(_ value: JSON, _ place: String) {
    switch value {
    case .object(let object):
      for member in object.members where !Self.ofServer.contains(member.key) {
        add(member.value, "\(place)/\(member.key)")
      }
    case .array(let elements):
      if elements.isEmpty { values[place] = value }
      for (number, element) in elements.enumerated() {
        add(element, "\(place)/\(element["name"]?.string ?? "\(number)")")
      }
    case .string(let text): values[place] = .string(withoutService(text))
    default: values[place] = value
    }
  }

  /// Two services in one catalog differ in their names.
  private func withoutService(_ text: String) -> String {
    if text == service { return "SERVICE" }
    return text.hasPrefix(service + ".") ? String(text.dropFirst(service.count + 1)) : text
  }
}
