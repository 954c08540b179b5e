import Testing

@testable import EmbeddedCatalog

@Suite("A file of faults")
struct FaultFileTests {
  private func rules(_ text: String) throws -> [FaultRule] {
    try FaultFile(parsing: Array(text.utf8)).rules
  }

  @Test("every fault is read and told in one line")
  func all() throws {
    let file = try FaultFile(
      parsing: Array(
        """
        [{"fault": "latency", "milliseconds": 20},
         {"match": {"method": "PUT", "path": "/api/v1/**"}, "nth": 3, "times": 2,
          "fault": "status", "status": 429, "retryAfter": 1, "message": "slow down"},
         {"match": {"path": "/a"}, "times": 1, "fault": "html", "performed": true},
         {"fault": "reset"}, {"fault": "truncate", "bytes": 5}, {"fault": "truncate"},
         {"fault": "drip", "bytesPerSecond": 9}, {"fault": "dropInvalidColumns"},
         {"fault": "dropNestedChanges"}, {"fault": "strongEntityTagMismatch"},
         {"fault": "expiredToken", "nth": 2}, {"fault": "staleRead"},
         {"fault": "dropColumns"}, {"fault": "dropNestedChanges", "always": true},
         {"fault": "guardFields"}, {"fault": "redrawEdges"}, {"fault": "foldVersions"},
         {"fault": "denyField", "field": "description"},
         {"fault": "foreignWrite", "type": "mlmodel", "name": "s.m",
          "patch": [{"op": "add", "path": "/description", "value": "d"}]},
         {"fault": "foreignDelete", "type": "mlmodel", "name": "s.m", "times": 1}]
        """.utf8))
    #expect(
      file.descriptions == [
        "any method any path: latency of 20 ms",
        "PUT /api/v1/**: status 429, 2 times from request 3 on",
        "any method /a: HTML with status 502 after the request was carried out, once",
        "any method any path: reset",
        "any method any path: truncate after 5 bytes",
        "any method any path: truncate after half the body",
        "any method any path: drip 9 bytes a second",
        "any method any path: drop invalid columns",
        "any method any path: drop nested changes under If-Match",
        "any method any path: mismatch of strong entity tags",
        "any method any path: expired token from request 2 on",
        "any method any path: stale read",
        "any method any path: drop columns",
        "any method any path: drop nested changes",
        "any method any path: guard fields from bots",
        "any method any path: redraw edges",
        "any method any path: fold versions",
        "any method any path: deny description",
        "any method any path: change of s.m by somebody else",
        "any method any path: deletion of s.m by somebody else, once",
      ])
    #expect(try rules("[]").isEmpty)
  }

  @Test(
    "what is wrong is said with its line and column",
    arguments: [
      ("", "1:1: unexpected end"),
      ("{}", "1:1: expected an array of faults"),
      ("[\n 7]", "2:2: expected an object"),
      ("[{\"nth\": 1}]", "1:2: 'fault' is missing"),
      (
        "[\n  {\"fault\": \"rset\"}]",
        "2:13: unknown fault 'rset'; known: denyField, drip, dropColumns, dropInvalidColumns, "
          + "dropNestedChanges, expiredToken, foldVersions, foreignDelete, foreignWrite, "
          + "guardFields, html, latency, redrawEdges, reset, staleRead, status, "
          + "strongEntityTagMismatch, truncate"
      ),
      ("[{\"fault\": \"denyField\"}]", "1:2: 'field' is missing"),
      (
        "[{\"fault\": \"foreignWrite\", \"type\": \"t\", \"name\": \"n\",\n\"patch\": 1}]",
        "2:10: expected a JSON patch (RFC 6902)"
      ),
      (
        "[{\"fault\": \"reset\",\n\"bytes\": 1}]",
        "2:1: unknown member 'bytes' of the fault 'reset'; "
          + "known: match, nth, times, fault, performed"
      ),
      ("[{\"fault\": \"status\"}]", "1:2: 'status' is missing"),
      (
        "[{\"fault\": \"status\", \"status\": 200}]",
        "1:32: expected a whole number from 400 to 599"
      ),
      (
        "[{\"fault\": \"status\", \"status\": 5e2}]",
        "1:32: expected a whole number from 400 to 599"
      ),
      (
        "[{\"fault\": \"reset\", \"nth\": 0}]",
        "1:28: expected a whole number from 1 to 1000000"
      ),
      ("[{\"fault\": \"reset\", \"performed\": 1}]", "1:34: expected true or false"),
      (
        "[{\"fault\": \"reset\", \"match\": {\"methd\": 1}}]",
        "1:31: unknown member 'methd' of 'match'; known: method, path"
      ),
      (
        "[{\"fault\": \"reset\", \"match\": {\"method\": \"put\"}}]",
        "1:41: unknown method 'put'; known: GET, HEAD, POST, PUT, PATCH, DELETE"
      ),
      (
        "[{\"fault\": \"reset\", \"match\": {\"path\": \"v1\"}}]",
        "1:39: expected a path such as /api/v1/tables/name/*, percent-encoded and without a query"
      ),
      ("[{\"fault\": \"reset\", \"match\": []}]", "1:30: expected an object"),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: FaultFileError.self) { try FaultFile(parsing: Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test(
    "a star is any part of a segment, two are any number of segments",
    arguments: [
      ("/api/v1/tables/name/*", ["api", "v1", "tables", "name", "a.b"], true),
      ("/api/v1/tables/name/*", ["api", "v1", "tables", "name", "a", "versions"], false),
      ("/api/v1/tables/name/*", ["api", "v1", "tables", "name"], false),
      ("/api/**", ["api"], true),
      ("/api/**", ["api", "v1", "x"], true),
      ("/**/versions", ["api", "versions", "v1", "versions"], true),
      ("/**/versions", ["api", "versions", "v1"], false),
      ("/**", [], true),
      ("/t/shop.*.orders", ["t", "shop.a.b.orders"], true),
      ("/t/shop.*.orders", ["t", "shop.orders"], false),
      ("/t/a%2Fb*", ["t", "a/b c"], true),
      ("/t/*b*c", ["t", "abbcbc"], true),
    ])
  func patterns(pattern: String, path: [String], matches: Bool) throws {
    #expect(try #require(PathPattern(pattern)).matches(path) == matches)
  }

  @Test("a pattern of many stars is decided at once")
  func manyStars() throws {
    let pattern = try #require(PathPattern("/" + String(repeating: "*a", count: 500) + "b"))
    #expect(!pattern.matches([String(repeating: "a", count: 5000)]))
  }
}
