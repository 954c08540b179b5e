import JSONDocuments
import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("Faults on a socket", .timeLimit(.minutes(2)))
struct FaultTests {
  /// A catalog with one service, reached before anything goes wrong.
  private func catalog(_ faults: String, version: String = "1.5.10") async throws
    -> RunningCatalog
  {
    let catalog = try await RunningCatalog(version: version)
    try await catalog.require(
      "PUT", "services/mlmodelServices", ["name": "Models", "serviceType": "CustomMlModel"])
    try catalog.server.setFaults(FaultFile(parsing: Array(faults.utf8)))
    return catalog
  }

  /// What comes back on a socket of its own, up to its end.
  private func exchange(
    _ catalog: RunningCatalog, _ method: String, _ path: String, body: String = "",
    headers: [String] = []
  ) throws -> (text: String, isReset: Bool) {
    let port = try #require(catalog.baseURL.split(separator: ":").last.flatMap { UInt16($0) })
    let client = try RawClient(port: port)
    let lines =
      [
        "\(method) /api/v1/\(path) HTTP/1.1", "Host: a", "Connection: close",
        "Authorization: Bearer \(catalog.adminToken)", "Content-Type: application/json",
        "Content-Length: \(body.utf8.count)",
      ] + headers
    client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    return client.readAll()
  }

  private let service = "services/mlmodelServices/name/Models"

  @Test("without a fault nothing goes wrong")
  func none() async throws {
    let catalog = try await catalog("[]")
    #expect(try await catalog.call("GET", service).status == 200)
  }

  @Test("a status strikes the requests that fit, from the nth on, so many times")
  func status() async throws {
    let catalog = try await catalog(
      """
      [{"match": {"method": "GET", "path": "/api/v1/services/**"}, "nth": 2, "times": 2,
        "fault": "status", "status": 429, "retryAfter": 7, "message": "slow down"}]
      """)
    var statuses: [Int] = []
    for _ in 1...4 { statuses.append(try await catalog.call("GET", service).status) }
    #expect(statuses == [200, 429, 429, 200])
    catalog.server.setFaults(
      try FaultFile(parsing: Array(#"[{"fault":"status","status":403,"message":"no"}]"#.utf8)))
    let reply = try await catalog.call("GET", "system/version")
    #expect(reply.status == 403)
    #expect(reply.body == ["code": 403, "message": "no"])
    catalog.server.setFaults(.none)
    #expect(try await catalog.call("GET", "system/version").status == 200)
  }

  @Test("429 says when to come again")
  func retryAfter() async throws {
    let catalog = try await catalog(#"[{"fault": "status", "status": 429, "retryAfter": 7}]"#)
    let reply = try await catalog.call("GET", service)
    #expect(reply.header("Retry-After") == "7")
  }

  @Test("a request can be carried out though its answer is an error, a page or none")
  func performed() async throws {
    for (name, fault) in [
      ("A", #""fault": "status", "status": 504, "performed": true"#),
      ("B", #""fault": "html", "performed": true"#),
      ("C", #""fault": "reset", "performed": true"#),
      ("D", #""fault": "reset""#),
    ] {
      let catalog = try await catalog(#"[{"match": {"method": "PUT"}, \#(fault)}]"#)
      _ = try exchange(
        catalog, "PUT", "services/mlmodelServices",
        body: #"{"name":"\#(name)","serviceType":"CustomMlModel"}"#)
      let read = try await catalog.call("GET", "services/mlmodelServices/name/\(name)")
      #expect(read.status == (name == "D" ? 404 : 200))
    }
  }

  @Test("a reset gives nothing, not even an end")
  func reset() async throws {
    let catalog = try await catalog(#"[{"fault": "reset"}]"#)
    let answer = try exchange(catalog, "GET", service)
    #expect(answer.text == "")
    #expect(answer.isReset)
  }

  @Test("a truncated body is shorter than its length says")
  func truncate() async throws {
    let catalog = try await catalog(#"[{"fault": "truncate", "bytes": 5}]"#)
    let answer = try exchange(catalog, "GET", service).text
    let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1)
    #expect(parts.first?.hasPrefix("HTTP/1.1 200 ") == true)
    #expect(parts.last?.utf8.count == 5)
    let length = try #require(answer.firstMatch(of: /Content-Length: (\d+)/)?.1)
    #expect(try #require(Int(length)) > 100)
    catalog.server.setFaults(try FaultFile(parsing: Array(#"[{"fault": "truncate"}]"#.utf8)))
    await #expect(throws: (any Error).self) { try await catalog.call("GET", service) }
  }

  @Test("a body that drips arrives whole, in its time")
  func drip() async throws {
    let catalog = try await catalog(#"[{"fault": "drip", "bytesPerSecond": 80}]"#)
    let begin = ContinuousClock.now
    let answer = try exchange(catalog, "GET", "system/version").text
    let body = try #require(answer.split(separator: "\r\n\r\n").last)
    #expect(begin.duration(to: .now) > .milliseconds(body.utf8.count * 10 / 2))
    #expect(try JSON(parsing: String(body))["version"] == "1.5.10")
  }

  @Test("late answers hold up nobody else, and stopping waits for none")
  func latency() async throws {
    let catalog = try await catalog(
      #"[{"match": {"path": "/api/v1/system/health"}, "fault": "latency", "milliseconds": 60000}]"#)
    let port = try #require(catalog.baseURL.split(separator: ":").last.flatMap { UInt16($0) })
    let begin = ContinuousClock.now
    let late = try RawClient(port: port)
    late.send("GET /api/v1/system/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    // More than there are threads.
    var others: [Int] = []
    for _ in 1...8 { others.append(try await catalog.call("GET", service).status) }
    #expect(others == Array(repeating: 200, count: 8))
    catalog.stop()
    #expect(late.readToEnd().hasPrefix("HTTP/1.1 200 "))
    #expect(begin.duration(to: .now) < .seconds(40))
  }

  @Test("latency is a pause before a right answer")
  func pause() async throws {
    let catalog = try await catalog(#"[{"fault": "latency", "milliseconds": 300}]"#)
    let begin = ContinuousClock.now
    #expect(try await catalog.call("GET", service)["name"] == "Models")
    #expect(begin.duration(to: .now) >= .milliseconds(300))
  }

  @Test("a page of a proxy is no JSON")
  func html() async throws {
    let catalog = try await catalog(#"[{"fault": "html", "status": 200}]"#)
    let answer = try exchange(catalog, "GET", service).text
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.contains("Content-Type: text/html"))
    #expect(answer.contains("<html>"))
  }

  @Test("a token can be over before its time")
  func expiredToken() async throws {
    let catalog = try await catalog(#"[{"fault": "expiredToken", "times": 1}]"#)
    let reply = try await catalog.call("GET", service)
    #expect(reply.status == 401)
    #expect(reply["message"] == "Expired token!")
    #expect(try await catalog.call("GET", service).status == 200)
  }

  @Test("stale reads show the catalog as it was at the first that fits; writes go on")
  func staleRead() async throws {
    let catalog = try await catalog(
      #"[{"match": {"path": "/api/v1/services/**"}, "times": 4, "fault": "staleRead"}]"#)
    let new = "services/mlmodelServices/name/New"
    #expect(try await catalog.call("GET", new).status == 404)
    let bot = try await catalog.makeBot("late")
    try await catalog.require(
      "PUT", "services/mlmodelServices", ["name": "New", "serviceType": "Mlflow"])
    #expect(try await catalog.call("GET", new).status == 404)
    // Whoever came later is known, only what is read is old.
    #expect(try await catalog.call("GET", service, token: bot).status == 200)
    #expect(try await catalog.call("GET", new).status == 200)
  }

  @Test("of faults that strike at once pauses add up, and the first answer and transfer count")
  func together() async throws {
    let catalog = try await catalog(
      """
      [{"fault": "latency", "milliseconds": 200}, {"fault": "staleRead"},
       {"fault": "status", "status": 503, "message": "busy", "retryAfter": 1},
       {"fault": "html", "performed": true}, {"fault": "truncate", "bytes": 5}, {"fault": "reset"},
       {"fault": "drip", "bytesPerSecond": 1}, {"fault": "latency", "milliseconds": 300}]
      """)
    let begin = ContinuousClock.now
    let answer = try exchange(
      catalog, "PUT", "services/mlmodelServices",
      body: #"{"name":"New","serviceType":"CustomMlModel"}"#
    ).text
    #expect(begin.duration(to: .now) >= .milliseconds(500))
    #expect(answer.hasPrefix("HTTP/1.1 503 "))
    #expect(answer.contains("Retry-After: 1"))
    #expect(answer.split(separator: "\r\n\r\n", maxSplits: 1).last?.utf8.count == 5)
    catalog.server.setFaults(.none)
    // Only the fault whose answer counts says whether the request is carried out.
    #expect(try await catalog.call("GET", "services/mlmodelServices/name/New").status == 404)
  }

  // MARK: What OpenMetadata gets wrong

  /// A model of one feature; its id and version.
  private func model(_ catalog: RunningCatalog) async throws -> (id: String, version: String) {
    let model = try await catalog.require(
      "PUT", "mlmodels",
      [
        "name": "M", "service": "Models", "algorithm": "A",
        "mlFeatures": [["name": "f", "dataType": "numerical"]],
      ])
    return (try #require(model["id"]?.string), try #require(model["version"]?.number?.lexeme))
  }

  private let patch = """
    [{"op":"add","path":"/description","value":"d"},{"op":"replace","path":"/mlFeatures","value":[]}]
    """

  @Test("under If-Match a patch answers 200 and leaves the features")
  func dropNestedChanges() async throws {
    let catalog = try await catalog(#"[{"fault": "dropNestedChanges"}]"#, version: "1.9.4")
    let (id, version) = try await model(catalog)
    let answer = try exchange(
      catalog, "PATCH", "mlmodels/\(id)", body: patch,
      headers: ["Content-Type: application/json-patch+json", "If-Match: W/\"\(version)\""]
    ).text
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    let read = try await catalog.require("GET", "mlmodels/\(id)")
    #expect(read["description"] == "d")
    #expect(read["mlFeatures"]?.array?.count == 1)
    _ = try exchange(
      catalog, "PATCH", "mlmodels/\(id)", body: patch,
      headers: ["Content-Type: application/json-patch+json"])
    #expect(try await catalog.require("GET", "mlmodels/\(id)")["mlFeatures"]?.array ?? [] == [])
  }

  @Test("a strong tag never fits, a weak one does")
  func strongEntityTagMismatch() async throws {
    let catalog = try await catalog(#"[{"fault": "strongEntityTagMismatch"}]"#, version: "1.9.4")
    let (id, version) = try await model(catalog)
    let tag = try #require(try await catalog.call("GET", "mlmodels/\(id)").header("ETag"))
    func status(_ tag: String) throws -> Substring {
      try exchange(
        catalog, "PATCH", "mlmodels/\(id)",
        body: #"[{"op":"add","path":"/description","value":"\#(tag.count)"}]"#,
        headers: ["Content-Type: application/json-patch+json", "If-Match: \(tag)"]
      ).text.prefix(12)
    }
    #expect(try status(tag) == "HTTP/1.1 412")
    #expect(try status("W/\"\(version)\"") == "HTTP/1.1 200")
  }

  @Test("pairs of columns that do not exist are left out of an edge without a word")
  func dropInvalidColumns() async throws {
    let catalog = try await catalog("[]")
    for (path, body): (String, JSON) in [
      ("services/databaseServices", ["name": "s", "serviceType": "Postgres"]),
      ("databases", ["name": "d", "service": "s"]),
      ("databaseSchemas", ["name": "p", "database": "s.d"]),
    ] { try await catalog.require("PUT", path, body) }
    let table = try await catalog.require(
      "PUT", "tables",
      ["name": "t", "databaseSchema": "s.d.p", "columns": [["name": "c", "dataType": "INT"]]])
    let model = try await model(catalog).id
    func draw() async throws -> Int {
      try await catalog.call(
        "PUT", "lineage",
        [
          "edge": [
            "fromEntity": ["id": table["id"] ?? .null, "type": "table"],
            "toEntity": ["id": .string(model), "type": "mlmodel"],
            "lineageDetails": [
              "columnsLineage": [
                ["fromColumns": ["s.d.p.t.c"], "toColumn": "Models.M.f"],
                ["fromColumns": ["s.d.p.t.none"], "toColumn": "Models.M.f"],
              ]
            ],
          ]
        ]
      ).status
    }
    #expect(try await draw() == 400)
    catalog.server.setFaults(
      try FaultFile(parsing: Array(#"[{"fault": "dropInvalidColumns"}]"#.utf8)))
    #expect(try await draw() == 200)
    let lineage = try await catalog.require("GET", "lineage/mlmodel/\(model)")
    let edge = lineage["upstreamEdges"]?.array?.first
    #expect(edge?["lineageDetails"]?["columnsLineage"]?.array?.count == 1)
  }
}
