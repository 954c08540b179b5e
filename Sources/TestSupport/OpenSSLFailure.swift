/// The `openssl` program did not do what was asked.
public struct OpenSSLFailure: Error {}
