import JSONDocuments

/// Passwords within connections, which only bots may read.
enum ConnectionSecrets {
  private static let mask = "*********"
  private static let names: Set<String> = [
    "password", "token", "clientSecret", "privateKey", "privateKeyPassphrase",
    "awsSecretAccessKey", "awsSessionToken", "secretKey", "snowflakePrivatekeyPassphrase",
  ]

  /// Whether what has this name in a connection is a secret.
  static func isSecret(_ name: String) -> Bool { names.contains(name) }

  /// The connection with a mask for every secret.
  static func masked(_ value: JSON) -> JSON {
    map(value, nil) { _, _ in .string(mask) }
  }

  /// The connection as it was sent, with what is kept in place of every mask.
  static func unmasked(_ value: JSON, by kept: JSON?) -> JSON {
    map(value, kept) { sent, kept in sent.string == mask ? kept ?? sent : sent }
  }

  private static func map(_ value: JSON, _ kept: JSON?, _ secret: (JSON, JSON?) -> JSON) -> JSON {
    switch value {
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { member in
            let before = kept?[member.key]
            let isSecret = self.isSecret(member.key) && member.value.string != nil
            return JSONObject.Member(
              key: member.key,
              value: isSecret
                ? secret(member.value, before) : map(member.value, before, secret))
          }))
    case .array(let elements): return .array(elements.map { map($0, nil, secret) })
    default: return value
    }
  }
}
