/// The `dataType` of an ML feature (OpenMetadata, `mlmodel.json`).
public enum FeatureDataType: String, Sendable, Hashable, CaseIterable {
  case numerical
  case categorical
}
