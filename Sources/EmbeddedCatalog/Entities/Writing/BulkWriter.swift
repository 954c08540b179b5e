import JSONDocuments

/// Writes many entities of one kind; what is refused does not keep the others out.
struct BulkWriter {
  let kind: any EntityKind
  let context: CatalogContext

  init(_ kind: any EntityKind, _ context: CatalogContext) {
    self.kind = kind
    self.context = context
  }

  /// - Returns: 200, or 202 for what a client would not wait for. That is done already as well, an
  ///   assumption being that its answer tells the same: clients read both alike.
  func write(_ request: CatalogRequest) throws(CatalogFault) -> Answer {
    guard let bodies = try request.body().array else {
      throw .badRequest("Unable to process JSON: an array is expected")
    }
    var passed: [JSON] = []
    var failed: [JSON] = []
    for body in bodies {
      let name = body["name"]?.string ?? ""
      do throws(CatalogFault) {
        guard case .object(let object) = body else {
          throw .badRequest("Unable to process JSON: an object is expected")
        }
        let answer = try context.session.attempt { () throws(CatalogFault) in
          try EntityWriter(kind, context).createOrUpdate(
            object, overridesMetadata: request.flag("overrideMetadata"),
            skipsSameSource: context.line.skipsSameSourceInBulk)
        }
        let written = answer.body?["fullyQualifiedName"] ?? .string(name)
        passed.append(["request": written, "status": .number(JSONNumber(answer.status))])
      } catch {
        failed.append([
          "request": .string(name), "status": .number(JSONNumber(error.status)),
          "message": .string(error.message),
        ])
      }
    }
    return Answer(
      status: request.flag("async") ? 202 : 200, body: Self.result(passed, failed))
  }

  static func result(_ passed: [JSON], _ failed: [JSON]) -> JSON {
    let status = failed.isEmpty ? "success" : passed.isEmpty ? "failure" : "partialSuccess"
    return [
      "dryRun": false, "status": .string(status),
      "numberOfRowsProcessed": .number(JSONNumber(passed.count + failed.count)),
      "numberOfRowsPassed": .number(JSONNumber(passed.count)),
      "numberOfRowsFailed": .number(JSONNumber(failed.count)),
      "successRequest": .array(passed), "failedRequest": .array(failed),
    ]
  }
}
