import Foundation
import HTTPClient
import Testing

@Suite("Keeping secrets out of texts")
struct RedactionTests {
  private let secret = Secret("s3cr/t+töken")

  @Test("a secret shows nothing of itself however it is printed")
  func secretPrintsNothing() {
    var dumped = ""
    dump(secret, to: &dumped)
    let texts = ["\(secret)", String(describing: secret), String(reflecting: [secret]), dumped]
    for text in texts {
      #expect(text.contains("<redacted>"))
      #expect(!text.contains("s3cr"))
    }
    #expect(secret.reveal() == "s3cr/t+töken")
  }

  @Test("the secret is found in clear, percent-encoded and in Base64")
  func findsForms() {
    let redactor = Redactor([secret])
    let base64 = Data(secret.reveal().utf8).base64EncodedString()
    let forms = [
      "s3cr/t+töken", "s3cr%2Ft%2Bt%C3%B6ken", "s3cr%2ft%2bt%c3%b6ken", base64,
      base64.replacing("=", with: ""),
      base64.replacing("+", with: "-").replacing("/", with: "_"),
    ]
    for form in forms {
      #expect(redactor.redact("a \(form) b \(form)") == "a <redacted> b <redacted>")
    }
  }

  @Test("a mask leaves every other character in its line and column")
  func mask() {
    let text = "a s3cr/t+töken b\ns3cr%2Ft%2Bt%C3%B6ken é"
    let masked = String(decoding: Redactor([secret]).mask(Array(text.utf8)), as: UTF8.self)
    #expect(masked == "a ************ b\n********************* é")
  }

  @Test("the secret is found inside longer Base64 texts", arguments: ["", "u", "us", "user:"])
  func findsEmbedded(prefix: String) {
    let redactor = Redactor([secret])
    let text = Data((prefix + secret.reveal() + " tail").utf8).base64EncodedString()
    let redacted = redactor.redact("Basic \(text)")
    #expect(redacted.contains("<redacted>"))
    let left = redacted.replacing("Basic ", with: "").replacing("<redacted>", with: "")
    #expect(left.count <= text.count - (secret.reveal().utf8.count * 8 / 6) + 3)
  }

  @Test("the longer of two secrets wins, and short ones are left")
  func handlesSeveral() {
    let redactor = Redactor([Secret("abcd"), Secret("abcdefgh"), Secret("xyz"), Secret("")])
    #expect(redactor.redact("abcdefgh abcd xyz") == "<redacted> <redacted> xyz")
  }

  @Test("other text is left as it is")
  func leavesOthers() {
    #expect(Redactor([secret]).redact("grüße %2F 🙂") == "grüße %2F 🙂")
    #expect(Redactor([]).redact("text") == "text")
  }
}
