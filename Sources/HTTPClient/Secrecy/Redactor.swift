import Diagnostics
import FoundationEssentials

/// Replaces known secrets in any text by `<redacted>`, and those that are known by their form.
///
/// Found are the secret itself, its percent-encoded forms and its Base64 forms, also where the
/// secret is only a part of what was encoded, as a password is in `Authorization: Basic`.
/// Secrets of fewer than four bytes are left: replacing them would garble every text.
public struct Redactor: Sendable {
  private static let mark = Array("<redacted>".utf8)

  /// What to look for, longest first: a form may hold a shorter one.
  private let needles: [[UInt8]]

  /// Knows the secrets to hide.
  public init(_ secrets: [Secret]) {
    var found = Set<[UInt8]>()
    for secret in secrets {
      let bytes = Array(secret.reveal().utf8)
      if bytes.count >= 4 { found.formUnion(Redactor.forms(of: bytes)) }
    }
    needles = found.sorted { $0.count > $1.count }
  }

  /// The text with `<redacted>` in the place of each secret.
  public func redact(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for needle in needles { bytes = Redactor.replacing(needle, in: bytes, by: Redactor.mark) }
    return SecretText.hidden(in: String(decoding: bytes, as: UTF8.self))
  }

  /// UTF-8 text with an asterisk in the place of each character of a secret, so that every other
  /// character stays in its line and column.
  public func mask(_ text: [UInt8]) -> [UInt8] {
    needles.reduce(text) { text, needle in
      let count = needle.count { $0 & 0xC0 != 0x80 }
      let asterisks = [UInt8](repeating: UInt8(ascii: "*"), count: count)
      return Redactor.replacing(needle, in: text, by: asterisks)
    }
  }

  private static func replacing(
    _ needle: [UInt8], in text: [UInt8], by mark: [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == needle[0], text[index...].starts(with: needle) {
        result += mark
        index += needle.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func forms(of secret: [UInt8]) -> [[UInt8]] {
    let upper = percentEncoded(secret, digits: "0123456789ABCDEF")
    let lower = percentEncoded(secret, digits: "0123456789abcdef")
    let base64 = (0..<3).flatMap { base64Forms(of: secret, after: $0) }
    return [secret, upper, lower] + base64
  }

  private static func percentEncoded(_ bytes: [UInt8], digits: String) -> [UInt8] {
    let digits = Array(digits.utf8)
    return bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        [byte]
      default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  /// The characters of Base64 text that the secret alone decides when `offset` bytes precede it.
  private static func base64Forms(of secret: [UInt8], after offset: Int) -> [[UInt8]] {
    let whole = Array(
      Data([UInt8](repeating: 0, count: offset) + secret).base64EncodedString().utf8)
    let start = (offset * 8 + 5) / 6
    let end = (offset + secret.count) * 8 / 6
    var cores = [Array(whole[start..<end])]
    if offset == 0 { cores.append(whole.filter { $0 != UInt8(ascii: "=") }) }
    if offset == 0 { cores.append(whole) }
    return cores.filter { $0.count >= 4 }.flatMap { [$0, urlSafe($0)] }
  }

  private static func urlSafe(_ base64: [UInt8]) -> [UInt8] {
    base64.map { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: byte
      }
    }
  }
}
