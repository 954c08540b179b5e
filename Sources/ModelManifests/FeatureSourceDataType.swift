/// The `dataType` of a feature's source (OpenMetadata, `mlmodel.json`).
public enum FeatureSourceDataType: String, Sendable, Hashable, CaseIterable {
  case integer
  case number
  case string
  case array
  case date
  case timestamp
  case object
  case boolean
}
