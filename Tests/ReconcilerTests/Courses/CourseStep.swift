import JSONDocuments
import OpenMetadataEntities

@testable import Reconciler

/// One event in a course of events on a model.
enum CourseStep: Sendable, CustomStringConvertible {
  /// A publisher publishes a manifest.
  case publish(by: String, JSON, force: [String] = [])
  /// Somebody gives a field another value, or none; by a patch or by a PUT.
  case edit(by: String, CourseField, JSON?, isPut: Bool = false)
  /// Somebody changes an edge.
  case draw(by: String, EdgeEdit)
  /// A quarter of an hour goes by.
  case wait

  var description: String {
    switch self {
    case .publish(let user, let manifest, let force):
      let forced = force.map { " --force \($0)" }.joined()
      return "\(user) publishes\(forced) \(manifest.text())"
    case .edit(let user, let field, let value, let isPut):
      return "\(user) \(isPut ? "puts" : "sets") \(field.name) to \(value?.text() ?? "nothing")"
    case .draw(let user, let edit): return "\(user): \(edit.rawValue)"
    case .wait: return "a quarter of an hour goes by"
    }
  }
}

/// What somebody does to the edges of the model.
enum EdgeEdit: String, CaseIterable, Sendable {
  case note = "adds a line to the edge from orders"
  case query = "adds a query to the edge from orders"
  case pipeline = "adds a pipeline to the edge from orders"
  case column = "leads orders.created_at to f as well"
  case function = "says by which function orders.order_id becomes f"
  case bare = "leaves the edge from orders without details"
  case rewrite = "draws the edge from orders anew"
  case remove = "removes the edge from orders"
  case other = "draws an edge from reviews"
  case replaced = "writes a text of their own over the description of the edge from orders"
}

extension SmallCatalog {
  /// Changes edges as somebody does by hand.
  mutating func draw(_ edit: EdgeEdit) {
    if edit == .other {
      if !edges.contains(where: { $0.fromEntity.id == "id-of-reviews" }) {
        edges.append(
          LineageEdge(
            fromEntity: EntityReference(
              id: "id-of-reviews", type: "table", name: "reviews",
              fullyQualifiedName: "demo_pg.postgres.public.reviews"),
            toEntity: "id-of-the-model", details: ["source": "Manual"]))
      }
      return
    }
    var index = edges.firstIndex { $0.fromEntity.id == "id-of-orders" }
    if index == nil, edit == .rewrite {
      edges.append(
        LineageEdge(
          fromEntity: SmallCatalog.orders.reference, toEntity: "id-of-the-model", details: nil))
      index = edges.count - 1
    }
    guard let index else { return }
    if edit == .remove {
      edges.remove(at: index)
      return
    }
    edges[index].details = changed(edges[index].details, edit)
  }

  private func changed(_ details: JSON?, _ edit: EdgeEdit) -> JSON? {
    let orders = "demo_pg.postgres.public.orders"
    var object = details?.object ?? JSONObject([.init(key: "source", value: "Manual")])
    let columns = object["columnsLineage"]?.array ?? []
    switch edit {
    case .note:
      object["description"] = .string((object["description"]?.string ?? "") + "\nSee the wiki")
    case .replaced: object["description"] = "A text of their own"
    case .query: object["sqlQuery"] = "select 1"
    case .pipeline: object["pipeline"] = ["id": "id-of-etl", "type": "pipeline"]
    case .column:
      let entry: JSON = [
        "fromColumns": [.string("\(orders).created_at")],
        "toColumn": .string("\(SmallCatalog.name).f"),
      ]
      object["columnsLineage"] = .array(columns.filter { $0 != entry } + [entry])
    case .function:
      object["columnsLineage"] = .array(
        columns.map { entry in
          var entry = entry.object ?? JSONObject()
          entry["function"] = "hash"
          return .object(entry)
        })
    case .rewrite: return ["source": "Manual", "columnsLineage": []] as JSON
    case .bare: return nil
    case .remove, .other: break
    }
    return .object(object)
  }
}
