import JSONDocuments

/// Comparing by bytes: letters composed in another way are a change, as they are to Java.
extension JSON {
  /// The same bytes for the same value, whatever the order of its members.
  var exactForm: [UInt8] { encoded(JSONStyle(sortsKeys: true)) }

  func isExactly(_ other: JSON) -> Bool {
    self == other && exactForm == other.exactForm
  }
}
