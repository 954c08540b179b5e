/// Where something stands in a JSON text.
public struct JSONPosition: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column in bytes, from 1.
  public let column: Int

  /// Where the value stands that a pointer leads to; nil when it leads nowhere or the text is no JSON.
  public static func ofValue(at pointer: JSONPointer, in text: [UInt8]) -> JSONPosition? {
    position(pointer, in: text, isKey: false)
  }

  /// Where the key stands under which a pointer's value is kept; an element's is where it begins.
  public static func ofKey(at pointer: JSONPointer, in text: [UInt8]) -> JSONPosition? {
    position(pointer, in: text, isKey: true)
  }

  private static func position(
    _ pointer: JSONPointer, in text: [UInt8], isKey: Bool
  ) -> JSONPosition? {
    text.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer, maximumDepth: 128)
      parser.skipSpace()
      guard let offset = try? parser.offset(of: pointer.tokens[...], isKey: isKey) else {
        return nil
      }
      let place = parser.failure("", at: offset)
      return JSONPosition(line: place.line, column: place.column)
    }
  }
}

extension JSONParser {
  /// The offset of what the tokens lead to from the value at hand; nil when they lead nowhere.
  fileprivate mutating func offset(of tokens: ArraySlice<String>, isKey: Bool)
    throws(JSONSyntaxError) -> Int?
  {
    guard let token = tokens.first else { return index }
    let isObject = current == UInt8(ascii: "{")
    guard isObject || current == UInt8(ascii: "[") else { return nil }
    index += 1
    skipSpace()
    var count = 0
    while index < bytes.count, current != UInt8(ascii: "}"), current != UInt8(ascii: "]") {
      let start = index
      let name = isObject ? try string() : String(count)
      if isObject {
        skipSpace()
        index += 1
        skipSpace()
      }
      if CodePoints.equal(name, token) {
        return isKey && tokens.count == 1
          ? start : try offset(of: tokens.dropFirst(), isKey: isKey)
      }
      _ = try value()
      skipSpace()
      if current == UInt8(ascii: ",") {
        index += 1
        skipSpace()
      }
      count += 1
    }
    return nil
  }
}
