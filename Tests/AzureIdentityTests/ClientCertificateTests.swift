import FoundationEssentials
import HTTPClient
import JSONDocuments
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Signing in to Azure with a certificate", .timeLimit(.minutes(2)))
struct ClientCertificateTests {
  private func variables(_ path: String, password: String? = nil) -> [String: String] {
    var variables = [
      "AZURE_TENANT_ID": "tenant-1", "AZURE_CLIENT_ID": "application-1",
      "AZURE_CLIENT_CERTIFICATE_PATH": path,
    ]
    variables["AZURE_CLIENT_CERTIFICATE_PASSWORD"] = password
    return variables
  }

  @Test("the assertion names the certificate and the endpoint, and its signature is right")
  func assertion() async throws {
    let certificate = try await TestCertificate()
    defer { certificate.remove() }
    let signIn = SignIn()
    defer { signIn.server.stop() }
    var variables = variables(certificate.path("pem"))
    variables["AZURE_CLIENT_SEND_CERTIFICATE_CHAIN"] = "1"
    _ = try await signIn.credential(variables).current()
    let form = signIn.form
    #expect(
      form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
    #expect(form["client_secret"] == nil)
    let parts = (form["client_assertion"] ?? "").split(separator: ".").map(String.init)
    try #require(parts.count == 3)
    let header = try JSON(parsing: Self.decoded(parts[0]))
    let claims = try JSON(parsing: Self.decoded(parts[1]))
    #expect(header["alg"] == "RS256")
    let fingerprint = try await certificate.openssl([
      "x509", "-in", certificate.path("crt"), "-noout", "-fingerprint", "-sha1",
    ])
    let hexadecimal = String(decoding: fingerprint, as: UTF8.self).split(separator: "=")[1]
      .filter(\.isHexDigit).lowercased()
    let thumbprint = Self.decoded(header["x5t"]?.string ?? "")
      .map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    #expect(thumbprint == hexadecimal)
    #expect(header["x5c"]?.array?.count == 1)
    #expect(claims["aud"]?.string == signIn.server.url + "/tenant-1/oauth2/v2.0/token")
    #expect(claims["iss"] == "application-1")
    #expect(claims["sub"] == "application-1")
    let now = signIn.clock.secondsSince1970
    #expect(claims["nbf"]?.integer == now - 300)
    #expect(claims["exp"]?.integer == now + 300)
    try certificate.write("signed", parts[0] + "." + parts[1])
    try Data(Self.decoded(parts[2])).write(to: URL(filePath: certificate.path("signature")))
    try await certificate.openssl([
      "x509", "-in", certificate.path("crt"), "-pubkey", "-noout", "-out", certificate.path("pub"),
    ])
    try await certificate.openssl([
      "dgst", "-sha256", "-verify", certificate.path("pub"), "-signature",
      certificate.path("signature"), certificate.path("signed"),
    ])
  }

  @Test("two assertions differ, so that neither can be taken for a repetition")
  func identifiers() async throws {
    let certificate = try await TestCertificate()
    defer { certificate.remove() }
    let read = try ApplicationCertificate(Array(try certificate.text("pem").utf8), password: nil)
    let both = try (0..<2).map { _ in
      try read.assertion(client: "c", audience: "a", now: 1, sendsChain: false)
    }
    #expect(both[0] != both[1])
  }

  @Test("encrypted keys and PKCS #12 are opened by their password")
  func passwords() async throws {
    let certificate = try await TestCertificate()
    defer { certificate.remove() }
    try await certificate.openssl([
      "pkcs8", "-topk8", "-in", certificate.path("key"), "-out", certificate.path("locked"),
      "-passout", "pass:word-of-pass",
    ])
    try certificate.write("pem", certificate.text("crt") + certificate.text("locked"))
    try await certificate.openssl([
      "pkcs12", "-export", "-inkey", certificate.path("key"), "-in", certificate.path("crt"),
      "-out", certificate.path("pfx"), "-passout", "pass:word-of-pass",
    ])
    let signIn = SignIn()
    defer { signIn.server.stop() }
    for name in ["pem", "pfx"] {
      let path = certificate.path(name)
      _ = try await signIn.credential(variables(path, password: "word-of-pass")).current()
      for password in [nil, "wrong-password"] {
        let error = await #expect(throws: AzureIdentityError.self) {
          _ = try await signIn.credential(variables(path, password: password))
        }
        let text = error?.description ?? ""
        #expect(text.contains("holds no private key that can be read"), "\(name) \(text)")
        #expect(!text.contains("password") || password == nil)
      }
    }
    #expect(signIn.server.requests.count == 2)
  }

  @Test("what is no certificate with its RSA key is refused before anything is sent")
  func unusable() async throws {
    let certificate = try await TestCertificate()
    let other = try await TestCertificate(key: ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"])
    defer {
      certificate.remove()
      other.remove()
    }
    try certificate.write("mixed", certificate.text("key") + other.text("crt"))
    try certificate.write("noise", "-----BEGIN nothing")
    let cases = [
      (certificate.path("crt"), "no private key"), (certificate.path("key"), "no certificate"),
      (certificate.path("mixed"), "none of its certificates belongs to its key"),
      (other.path("pem"), "no RSA key"), (certificate.path("noise"), "no private key"),
      (certificate.path("absent"), "No such file"), (certificate.folder, "not a regular file"),
    ]
    let signIn = SignIn()
    defer { signIn.server.stop() }
    for (path, problem) in cases {
      let error = await #expect(throws: AzureIdentityError.self) {
        _ = try await signIn.credential(variables(path))
      }
      #expect(error?.description.contains(problem) == true, "\(path): \(error as Any)")
    }
    #expect(signIn.server.requests.isEmpty)
  }

  private static func decoded(_ text: String) -> [UInt8] {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
    return Data(base64Encoded: standard + padding).map { [UInt8]($0) } ?? []
  }
}
