import FullyQualifiedNames
import Testing

@Suite("Base64 for URLs")
struct Base64URLTests {
  @Test(
    "bytes are written without padding, in letters that a URL holds, and read again",
    arguments: [
      ("", []), ("Zg", [0x66]), ("Zm8", [0x66, 0x6F]), ("Zm9v", [0x66, 0x6F, 0x6F]),
      ("-_8", [0xFB, 0xFF]),
    ] as [(String, [UInt8])])
  func bothWays(text: String, bytes: [UInt8]) {
    #expect(Base64URL.encode(bytes) == text)
    #expect(Base64URL.decode(text) == bytes)
  }

  @Test("letters of plain Base64 are refused", arguments: ["+_8", "-/8", "a b", "Z"])
  func refused(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }
}
