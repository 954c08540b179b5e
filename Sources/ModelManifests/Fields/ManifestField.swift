import YAMLSource

/// A row of the field table together with the way its value is taken into a record.
struct ManifestField<Record>: Sendable {
  /// What the row says.
  let description: FieldDescription
  /// Takes a value that is there; false when it was refused, with the finding made.
  let take: @Sendable (_ value: YAMLNode, inout Record, inout Decoding) -> Bool
}
