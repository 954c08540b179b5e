/// `mlStore`: where the model's artifact and image are.
public struct StoreManifest: Sendable, Equatable {
  /// The path of the stored model, such as `s3://bucket/model.pkl`.
  public var storage: Given<String> = .absent
  /// The repository of the image that serves it.
  public var imageRepository: Given<String> = .absent
  /// The keys whose values could not be read; a finding says why.
  public internal(set) var unreadKeys: Set<String> = []

  /// Makes an empty store.
  public init() {}
}
