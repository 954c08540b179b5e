/// How many letters must be inserted, removed, replaced or swapped with their neighbour to turn one
/// word into another (optimal string alignment, after Damerau).
enum EditDistance {
  /// The distance, or nil when it is above `limit`.
  ///
  /// Only places at most `limit` off the diagonal are looked at, so long words stay cheap.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int)
    -> Int?
  {
    if abs(left.count - right.count) > limit { return nil }
    let far = limit + 1
    var beforeLast: [Int] = []
    var last = (0...right.count).map { min($0, far) }
    for row in stride(from: 1, through: left.count, by: 1) {
      var current = [Int](repeating: far, count: right.count + 1)
      current[0] = min(row, far)
      let first = max(1, row - limit)
      let end = min(right.count, row + limit)
      for column in stride(from: first, through: end, by: 1) {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = min(best, far)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
