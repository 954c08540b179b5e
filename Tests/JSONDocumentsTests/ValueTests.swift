import JSONDocuments
import Testing

@Suite("JSON values")
struct ValueTests {
  @Test("a value is seen as what it is and nothing else")
  func access() throws {
    let json: JSON = ["text": "a", "list": [1, 2], "flag": true, "nothing": .null]
    #expect(json["text"]?.string == "a")
    #expect(json["list"]?.array?.count == 2)
    #expect(json["list"]?.array?.first?.integer == 1)
    #expect(json["flag"]?.bool == true)
    #expect(json["nothing"]?.isNull == true)
    #expect(json["absent"] == nil)
    #expect(json["text"]?["x"] == nil)
    #expect(json["text"]?.integer == nil)
    #expect(json.object?.keys == ["text", "list", "flag", "nothing"])
  }

  @Test("a number is whole only when written so and in range")
  func integers() {
    #expect(JSONNumber(lexeme: "9223372036854775807").integer == .max)
    #expect(JSONNumber(lexeme: "9223372036854775808").integer == nil)
    #expect(JSONNumber(lexeme: "1.0").integer == nil)
    #expect(JSONNumber(lexeme: "1e2").double == 100)
  }

  @Test("members are set in place, appended and removed")
  func members() {
    var object = JSONObject([.init(key: "a", value: 1), .init(key: "b", value: 2)])
    object["a"] = 3
    object["c"] = 4
    object["b"] = nil
    object["absent"] = nil
    #expect(JSON.object(object).text() == #"{"a":3,"c":4}"#)
    #expect(!object.isEmpty)
  }
}
