/// What signing, checking and logging in need beyond the data file.
struct AccessServices: Sendable {
  let key: SigningKey
  let attempts: LoginAttempts
}
