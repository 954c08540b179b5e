extension CatalogUnderTest {
  /// Who sends a request.
  enum Role: Sendable {
    case administrator, ingestionBot, steward, consumer
    /// A user without a role of their own.
    case owner
    /// The administrator, whose session has ended once an hour has passed.
    case expired
    case anonymous
  }

  /// The token of somebody in a role, who is made when need be.
  func token(of role: Role) throws -> String {
    switch role {
    case .administrator, .expired: adminToken
    case .ingestionBot: try ingestionBot()
    case .steward: try user("stella", role: "DataSteward")
    case .consumer: try user("carl", role: "DataConsumer")
    case .owner: try user("olga")
    case .anonymous: ""
    }
  }
}
