/// What signing, checking and logging in need beyond the data file.
struct AccessServices: Sendable {
  let key: SigningKey
  let tokens: VerifiedTokens
  let attempts = LoginAttempts()

  init(key: SigningKey) {
    self.key = key
    tokens = VerifiedTokens(key: key)
  }
}
