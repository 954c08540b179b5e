/// For how long a token is good.
enum TokenExpiry: String, Sendable, CaseIterable {
  case oneHour = "OneHour"
  case oneDay = "1"
  case sevenDays = "7"
  case thirtyDays = "30"
  case sixtyDays = "60"
  case ninetyDays = "90"
  case unlimited = "Unlimited"

  static let shape = Shape.oneOf(allCases.map { Shape.Word(text: $0.rawValue) })

  /// Seconds; nil for ever.
  var seconds: Int64? {
    switch self {
    case .oneHour: 3600
    case .unlimited: nil
    default: Int64(rawValue).map { $0 * 86_400 }
    }
  }
}
