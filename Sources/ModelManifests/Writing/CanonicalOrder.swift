/// The order in which a manifest's keys are written: that of the field table.
public enum CanonicalOrder {
  /// The lines of a manifest in order.
  ///
  /// A remark goes with the member that follows it; those at the end stay there.
  public static func arranged(_ manifest: [YAMLValue.Line]) -> [YAMLValue.Line] {
    groups(manifest, ManifestFields.model).flatMap(\.lines)
  }

  /// The lines of a manifest in order, an empty line before each part that has lines of its own.
  public static func spaced(_ manifest: [YAMLValue.Line]) -> [YAMLValue.Line] {
    var lines: [YAMLValue.Line] = []
    for group in groups(manifest, ManifestFields.model) {
      // Remarks may be about what stood before: they close the part above.
      lines += group.lines.dropLast()
      if group.isPart, !lines.isEmpty { lines.append(.blank) }
      lines += group.lines.suffix(1)
    }
    return lines
  }

  /// A member and the remarks before it.
  private struct Group {
    var lines: [YAMLValue.Line]
    let place: Int
    var isPart = false
  }

  private static func groups(
    _ mapping: [YAMLValue.Line], _ fields: [FieldDescription]
  ) -> [Group] {
    var groups: [Group] = []
    var remarks: [YAMLValue.Line] = []
    for line in mapping {
      guard case .member(let key, let value) = line else {
        remarks.append(line)
        continue
      }
      let place = fields.firstIndex { $0.key == key } ?? fields.count
      let shape = place < fields.count ? fields[place].shape : .anything
      let member = YAMLValue.Line.member(key, arranged(value, shape))
      var group = Group(lines: remarks + [member], place: place)
      if case .list(.record) = shape { group.isPart = true }
      if case .record = shape, key != "service" { group.isPart = true }
      groups.append(group)
      remarks = []
    }
    let sorted = groups.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
    return sorted + (remarks.isEmpty ? [] : [Group(lines: remarks, place: fields.count)])
  }

  private static func arranged(_ value: YAMLValue, _ shape: FieldShape) -> YAMLValue {
    switch (value, shape) {
    case (.mapping(let lines), .record(let fields)):
      .mapping(groups(lines, fields).flatMap(\.lines))
    case (.list(let items), .list(let inner)): .list(items.map { arranged($0, inner) })
    default: value
    }
  }
}
