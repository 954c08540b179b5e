extension JSONNumber {
  /// Whether both lexemes write the same number, however long (`1`, `1.0` and `10e-1` do).
  public func hasSameValue(as other: JSONNumber) -> Bool {
    lexeme == other.lexeme || normal == other.normal
  }

  /// The lexeme as `0.digits × 10^exponent` without needless zeros; zero has no digits.
  private var normal: Normal {
    let parts = lexeme.lowercased().split(separator: "e")
    let isNegative = lexeme.hasPrefix("-")
    let mantissa = (parts.first ?? "").drop { $0 == "-" }.split(separator: ".")
    let whole = mantissa.first ?? ""
    let all = whole + (mantissa.count > 1 ? mantissa[1] : "")
    let digits = all.drop { $0 == "0" }
    let significant = String(digits.reversed().drop { $0 == "0" }.reversed())
    if significant.isEmpty { return Normal(isNegative: false, digits: "", exponent: 0) }
    // An exponent beyond 64 bits writes no number that anyone computes with; it stays a limit.
    let written = parts.count > 1 ? Int(parts[1]) ?? (parts[1].hasPrefix("-") ? .min : .max) : 0
    let shift = whole.count - (all.count - digits.count)
    let (exponent, overflow) = written.addingReportingOverflow(shift)
    return Normal(
      isNegative: isNegative, digits: significant, exponent: overflow ? written : exponent)
  }

  private struct Normal: Equatable {
    let isNegative: Bool
    let digits: String
    let exponent: Int
  }
}
