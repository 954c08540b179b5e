import Diagnostics

/// Finds out which fixes a file can take, by reading the changed text again.
struct FixAttempt {
  let file: SourceFile
  let kind: FixableFile.Kind
  /// The file as it is.
  let reading: FileReading
  /// How often the file may still be read.
  var left: Int

  /// Those of the candidates, the earlier first, that can be carried out beside others.
  mutating func accepted(
    _ candidates: ArraySlice<PlannedFix>, besides others: [PlannedFix]
  ) -> [PlannedFix] {
    if candidates.isEmpty || holds(others + candidates) { return others + candidates }
    guard candidates.count > 1 else { return others }
    let middle = candidates.startIndex + candidates.count / 2
    let first = accepted(candidates[..<middle], besides: others)
    return accepted(candidates[middle...], besides: first)
  }

  /// Whether the text with these fixes says what they mean, and gives no new finding.
  private mutating func holds(_ fixes: [PlannedFix]) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    guard let changed = file.applying(fixes.map(\.edit)), let after = FileReading(changed, kind)
    else { return false }
    let expected = Expectation(of: fixes, in: reading.outline)
    guard after.outline.contents == expected.contents else { return false }
    return hasNothingNew(after, expected.readFirst, mended: fixes)
  }

  /// Whether each kind of finding is there no more often than before, less those that are mended.
  ///
  /// Below a key that was not known, everything is read for the first time.
  private func hasNothingNew(
    _ after: FileReading, _ readFirst: [Int], mended: [PlannedFix]
  ) -> Bool {
    let fresh = FreshPlaces(readFirst.map { after.outline.items[$0].range })
    let targets = Set(mended.map { reading.outline.items[$0.places[0]].range })
    var counts: [DiagnosticCode: Int] = [:]
    for finding in reading.findings {
      let isMended = finding.fix != nil && finding.range.map(targets.contains) == true
      counts[finding.code, default: 0] += isMended ? 0 : 1
    }
    for finding in after.findings {
      if !fresh.contain(finding.range) { counts[finding.code, default: 0] -= 1 }
    }
    return counts.values.allSatisfy { $0 >= 0 }
  }
}

/// The values that are read for the first time; none lies within another.
private struct FreshPlaces {
  private let ranges: [SourceRange]

  init(_ ranges: [SourceRange]) {
    self.ranges = ranges.sorted { $0.start < $1.start }
  }

  func contain(_ place: SourceRange?) -> Bool {
    guard let place else { return false }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start <= place.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place.start <= ranges[low - 1].end
  }
}

/// What a file says once fixes are carried out.
private struct Expectation {
  private(set) var contents: [FileOutline.Item.Content] = []
  /// The places of values whose keys were changed.
  private(set) var readFirst: [Int] = []

  init(of fixes: [PlannedFix], in outline: FileOutline) {
    var byPlace: [Int: [Fix]] = [:]
    for planned in fixes {
      for place in planned.places { byPlace[place, default: []].append(planned.fix) }
    }
    for (place, item) in outline.items.enumerated() {
      contents.append(item.content)
      for fix in byPlace[place] ?? [] {
        switch fix {
        case .replace(_, let text):
          contents[contents.count - 1] = .scalar(text, isNull: false)
          if item.isKey { readFirst.append(contents.count) }
        case .quote: continue
        case .add(let key, let value, _):
          contents += [.scalar(key, isNull: false), .scalar(value, isNull: false)]
        }
      }
    }
  }
}
