import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "is that of the standard's own examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func examples(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: text) == digest)
  }
}
