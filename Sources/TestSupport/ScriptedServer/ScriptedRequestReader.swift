import Glibc
import HTTPClient

/// Reads requests with a `Content-Length` or no content from a connection.
struct ScriptedRequestReader {
  let connection: Int32
  let number: Int
  private var buffer: [UInt8] = []

  init(connection: Int32, number: Int) {
    self.connection = connection
    self.number = number
  }

  /// The next request, to be given its index; nil at the end of the connection.
  mutating func next() -> ((Int) -> ScriptedRequest)? {
    guard let head = readHead() else { return nil }
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers = HTTPHeaders()
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
      headers.append(String(parts[0]), String(value))
    }
    let size = headers["Content-Length"].flatMap { Int($0) } ?? 0
    while buffer.count < size { guard fill() else { return nil } }
    let body = Array(buffer.prefix(size))
    buffer.removeFirst(size)
    let (connection, method, target) = (number, String(words[0]), String(words[1]))
    return { index in
      ScriptedRequest(
        connection: connection, index: index, method: method, target: target, headers: headers,
        body: body)
    }
  }

  private mutating func readHead() -> String? {
    let end: [UInt8] = [13, 10, 13, 10]
    while true {
      if let range = buffer.firstRange(of: end) {
        let head = String(decoding: buffer[..<range.upperBound], as: UTF8.self)
        buffer.removeFirst(range.upperBound)
        return head
      }
      guard fill() else { return nil }
    }
  }

  private mutating func fill() -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(connection, &piece, piece.count, 0)
    if count <= 0 { return false }
    buffer += piece.prefix(count)
    return true
  }
}
