import FoundationEssentials
import JSONDocuments

/// Where a page of a list begins, opaque to clients: Base64 of the name and id of its neighbour.
enum PageCursor {
  static func text(of row: EntityRow) -> String {
    let place: JSON = ["name": .string(row.name), "id": .string(row.id)]
    return Data(place.encoded()).base64EncodedString()
  }

  static func place(_ text: String) throws(CatalogFault) -> EntityListing.Place {
    guard let data = Data(base64Encoded: text), let json = try? JSON(parsing: Array(data)),
      let name = json["name"]?.string, let id = json["id"]?.string
    else { throw .badRequest("Invalid cursor \(text)") }
    return EntityListing.Place(name: name, id: id)
  }
}
