import JSONDocuments
import Testing

/// The situations of RFC 6902, appendix A, on documents of our own.
@Suite("JSON patches")
struct PatchTests {
  @Test(
    "a patch makes the change it names",
    arguments: [
      Change(
        "adds a member", #"{"a":1}"#, #"[{"op":"add","path":"/b","value":2}]"#, #"{"a":1,"b":2}"#),
      Change(
        "inserts an element", #"{"l":[1,3]}"#, #"[{"op":"add","path":"/l/1","value":2}]"#,
        #"{"l":[1,2,3]}"#),
      Change("adds at the end by index", "[1]", #"[{"op":"add","path":"/1","value":2}]"#, "[1,2]"),
      Change(
        "adds at the end by dash", "[1]", #"[{"op":"add","path":"/-","value":[2]}]"#, "[1,[2]]"),
      Change("removes a member", #"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/a"}]"#, #"{"b":2}"#),
      Change("removes an element", "[1,2,3]", #"[{"op":"remove","path":"/1"}]"#, "[1,3]"),
      Change(
        "replaces a value", #"{"a":[1]}"#, #"[{"op":"replace","path":"/a/0","value":"x"}]"#,
        #"{"a":["x"]}"#),
      Change(
        "replaces in place", #"{"a":1,"b":2}"#, #"[{"op":"replace","path":"/a","value":0}]"#,
        #"{"a":0,"b":2}"#),
      Change(
        "moves a member", #"{"a":{"x":1},"b":{}}"#, #"[{"op":"move","from":"/a/x","path":"/b/y"}]"#,
        #"{"a":{},"b":{"y":1}}"#),
      Change(
        "moves an element", "[1,2,3,4]", #"[{"op":"move","from":"/1","path":"/3"}]"#, "[1,3,4,2]"),
      Change(
        "moves onto itself", #"{"a":1}"#, #"[{"op":"move","from":"/a","path":"/a"}]"#, #"{"a":1}"#),
      Change(
        "moves beside a name's prefix", #"{"a":1}"#, #"[{"op":"move","from":"/a","path":"/ab"}]"#,
        #"{"ab":1}"#),
      Change(
        "copies a value", #"{"a":[1]}"#, #"[{"op":"copy","from":"/a","path":"/a/0"}]"#,
        #"{"a":[[1],1]}"#),
      Change(
        "passes a test", #"{"a":["x",2]}"#,
        #"[{"op":"test","path":"/a/0","value":"x"},{"op":"test","path":"/a/1","value":2.0}]"#,
        #"{"a":["x",2]}"#),
      Change(
        "tests objects in any order", #"{"a":{"x":1,"y":2}}"#,
        #"[{"op":"test","path":"/a","value":{"y":2,"x":1}}]"#, #"{"a":{"x":1,"y":2}}"#),
      Change(
        "adds a nested object", #"{"a":1}"#, #"[{"op":"add","path":"/b","value":{"c":{}}}]"#,
        #"{"a":1,"b":{"c":{}}}"#),
      Change(
        "ignores members it does not know", "{}", #"[{"op":"add","path":"/a","value":1,"xyz":9}]"#,
        #"{"a":1}"#),
      Change(
        "adding to a member replaces it", #"{"a":1}"#, #"[{"op":"add","path":"/a","value":null}]"#,
        #"{"a":null}"#),
      Change(
        "adding the whole document replaces it", #"{"a":1}"#,
        #"[{"op":"add","path":"","value":[1]}]"#, "[1]"),
      Change(
        "replaces the whole document", #"{"a":1}"#, #"[{"op":"replace","path":"","value":null}]"#,
        "null"),
      Change(
        "unescapes its paths", #"{"/":9,"~1":10}"#,
        #"[{"op":"test","path":"/~01","value":10},{"op":"remove","path":"/~1"}]"#, #"{"~1":10}"#),
      Change("does nothing when it is empty", #"{"a":1}"#, "[]", #"{"a":1}"#),
      Change(
        "sees what earlier operations left", "[]",
        #"[{"op":"add","path":"/0","value":{}},{"op":"add","path":"/0/a","value":1}]"#,
        #"[{"a":1}]"#),
    ])
  func changes(change: Change) throws {
    let patch = try JSONPatch(JSON(parsing: change.patch))
    let document = try JSON(parsing: change.before)
    #expect(try patch.applied(to: document).text() == change.after)
    #expect(try JSONPatch(patch.document) == patch)
  }

  @Test(
    "a change that cannot be made names operation, path and reason",
    arguments: [
      Change(
        "test of another value", #"{"a":1}"#, #"[{"op":"test","path":"/a","value":2}]"#,
        "operation 0 (test /a): the value is another one"),
      Change(
        "test of a string for a number", #"{"a":10}"#, #"[{"op":"test","path":"/a","value":"10"}]"#,
        "operation 0 (test /a): the value is another one"),
      Change(
        "test of nothing", "{}", #"[{"op":"test","path":"/a","value":null}]"#,
        "operation 0 (test /a): no value at '/a'"),
      Change(
        "add below nothing", #"{"a":1}"#, #"[{"op":"add","path":"/b/c","value":1}]"#,
        "operation 0 (add /b/c): no value at '/b/c'"),
      Change(
        "add below a number", #"{"a":1}"#, #"[{"op":"add","path":"/a/c","value":1}]"#,
        "operation 0 (add /a/c): no value at '/a/c'"),
      Change(
        "add beyond the end", "[1]", #"[{"op":"add","path":"/2","value":1}]"#,
        "operation 0 (add /2): no place for an element at '/2'"),
      Change(
        "add at no index", "[1]", #"[{"op":"add","path":"/01","value":1}]"#,
        "operation 0 (add /01): no place for an element at '/01'"),
      Change(
        "remove of nothing", "{}", #"[{"op":"remove","path":"/a"}]"#,
        "operation 0 (remove /a): no value at '/a'"),
      Change(
        "remove at the dash", "[1]", #"[{"op":"remove","path":"/-"}]"#,
        "operation 0 (remove /-): no value at '/-'"),
      Change(
        "remove of all", "[1]", #"[{"op":"remove","path":""}]"#,
        "operation 0 (remove ): the whole document cannot be removed"),
      Change(
        "replace of nothing", "[[]]", #"[{"op":"replace","path":"/0/0","value":1}]"#,
        "operation 0 (replace /0/0): no value at '/0/0'"),
      Change(
        "move of nothing", "{}", #"[{"op":"move","from":"/a","path":"/b"}]"#,
        "operation 0 (move /b): no value at '/a'"),
      Change(
        "move into itself", #"{"a":{}}"#, #"[{"op":"move","from":"/a","path":"/a/b"}]"#,
        "operation 0 (move /a/b): a value cannot be moved into itself"),
      Change(
        "copy of nothing", "{}", #"[{"op":"copy","from":"/a","path":"/b"}]"#,
        "operation 0 (copy /b): no value at '/a'"),
      Change(
        "the second of two", "{}",
        #"[{"op":"add","path":"/a","value":1},{"op":"remove","path":"/b"}]"#,
        "operation 1 (remove /b): no value at '/b'"),
    ])
  func failures(change: Change) throws {
    let patch = try JSONPatch(JSON(parsing: change.patch))
    let document = try JSON(parsing: change.before)
    let error = #expect(throws: JSONPatchError.self) { try patch.applied(to: document) }
    #expect(error?.description == change.after)
  }

  @Test(
    "a document that is no patch is refused",
    arguments: [
      ("{}", "a JSON patch is an array of operations"),
      ("[1]", "operation 0: an operation is an object"),
      (#"[{"path":"/a"}]"#, "operation 0 (/a): 'op' is missing"),
      (#"[{"op":1,"path":"/a"}]"#, "operation 0 (/a): 'op' is no string"),
      (
        #"[{"op":"spam","path":"/a"}]"#,
        "operation 0 (spam /a): 'op' is none of add, remove, replace, move, copy, test"
      ),
      (#"[{"op":"remove"}]"#, "operation 0 (remove): 'path' is missing"),
      (
        #"[{"op":"remove","path":"a"}]"#,
        "operation 0 (remove a): the JSON pointer 'a' does not start with '/'"
      ),
      (#"[{"op":"add","path":"/a"}]"#, "operation 0 (add /a): 'value' is missing"),
      (#"[{"op":"copy","path":"/a"}]"#, "operation 0 (copy /a): 'from' is missing"),
      (#"[{"op":"move","path":"/a","from":null}]"#, "operation 0 (move /a): 'from' is no string"),
    ])
  func refusals(document: String, message: String) throws {
    let json = try JSON(parsing: document)
    let error = #expect(throws: JSONPatchError.self) { try JSONPatch(json) }
    #expect(error?.description == message)
  }
}

/// A document, a patch, and what becomes of it: another document or an error.
struct Change: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let before: String
  let patch: String
  let after: String

  init(_ name: String, _ before: String, _ patch: String, _ after: String) {
    testDescription = name
    self.before = before
    self.patch = patch
    self.after = after
  }
}
