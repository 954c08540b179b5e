import JSONDocuments

/// An answer as it came over a socket.
struct RawReply {
  let status: Int
  /// By lower-cased name.
  let headers: [String: String]
  let body: [UInt8]

  /// The answers that a text holds one behind the other; nil for what is no answer.
  static func all(in bytes: [UInt8]) -> [RawReply]? {
    var replies: [RawReply] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let reply = RawReply(taking: &rest) else { return nil }
      replies.append(reply)
    }
    return replies
  }

  /// Takes one answer, whose body is as long as its `Content-Length` says, from the beginning.
  private init?(taking bytes: inout ArraySlice<UInt8>) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let words = lines[0].split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      headers[line[..<colon].lowercased()] = String(
        line[line.index(after: colon)...].drop { $0 == " " })
    }
    let length = headers["content-length"].flatMap(Int.init) ?? 0
    guard bytes.distance(from: end.upperBound, to: bytes.endIndex) >= length else { return nil }
    self.status = status
    self.headers = headers
    body = Array(bytes[end.upperBound...].prefix(length))
    bytes = bytes[end.upperBound...].dropFirst(length)
  }

  /// The body as JSON; `null` when it is none.
  var document: JSON { (try? JSON(parsing: body)) ?? .null }

  /// Whether this is an error as every client may expect it.
  var isError: Bool {
    status >= 400 && headers["content-type"] == "application/json"
      && document["code"]?.integer == Int64(status) && document["message"]?.string?.isEmpty == false
  }
}
