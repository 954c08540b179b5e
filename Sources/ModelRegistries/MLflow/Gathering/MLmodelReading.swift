import HTTPClient
import MLflowAPI

/// Fetches the `MLmodel` file of a version in whichever way the servers hand it out.
struct MLmodelReading: Sendable {
  let registry: MLflowClient
  let tracking: MLflowClient

  /// How many requests a file may cost: model, version and run cost three more.
  private static let limit = 3

  /// What came of it.
  struct Finding: Sendable {
    /// The file, or why there is none.
    var file: Result<[UInt8], MLmodelGap>
    /// Where the version's files are, when it had to be asked for.
    var downloadURI: String?
    /// How many requests it took.
    var requests = 0
  }

  /// One way to the file.
  private enum Way {
    case version, run(String, path: String), loggedModel(String), storage, proxy(String)
  }

  /// The file of a version; `run` is the one that made it, when there is one.
  ///
  /// - Throws: ``MLflowError`` when a server is not there or does not know us; any other failure
  ///   only means that the file cannot be had in that way.
  func file(of version: ModelVersion, run: Run?) async throws(MLflowError) -> Finding {
    var finding = Finding(file: .failure(MLmodelGap("the server does not hand it out")))
    var firstFailure: MLflowError?
    var ways = MLmodelReading.ways(version)
    while let way = ways.popLast() {
      do throws(MLflowError) {
        if let bytes = try await bytes(way, version, &finding) {
          finding.file = .success(bytes)
          return finding
        }
      } catch {
        guard MLmodelReading.leavesOtherWays(error) else { throw error }
        // MLflow 2 moves this route under a static prefix, which its address does not have, and
        // does not resolve such a source either.
        if case .run(let id, let path) = way, case .notTheAPI = error, let run, run.id == id,
          let place = run.artifactURI.flatMap({ ProxiedArtifact.path(of: $0) })
        {
          ways = [.proxy("\(place)/\(path)")]
        }
        // The first failure is about the usual way and tells most.
        firstFailure = firstFailure ?? error
      }
    }
    if let firstFailure { finding.file = .failure(MLmodelGap("\(firstFailure)")) }
    return finding
  }

  /// The ways, the most promising last.
  private static func ways(_ version: ModelVersion) -> [Way] {
    if let id = version.loggedModelID { return [.storage, .loggedModel(id), .version] }
    // What was registered from a run is asked for at the run: servers fail on such a version when
    // they keep the artifacts behind them.
    if let (run, path) = RunSource.parts(of: version.source) {
      return [.storage, .run(run, path: path)]
    }
    return [.storage, .version]
  }

  private func bytes(
    _ way: Way, _ version: ModelVersion, _ finding: inout Finding
  ) async throws(MLflowError) -> [UInt8]? {
    finding.requests += 1
    let file = "MLmodel"
    switch way {
    case .version:
      return try await registry.file(file, ofVersion: version.version, of: version.name)
    case .run(let run, let path): return try await tracking.file("\(path)/\(file)", ofRun: run)
    case .loggedModel(let id): return try await tracking.file(file, ofLoggedModel: id)
    case .proxy(let path): return try await tracking.proxiedFile("\(path)/\(file)")
    case .storage:
      let uri = try await registry.downloadURI(ofVersion: version.version, of: version.name)
      if !RunSource.isReference(uri) { finding.downloadURI = uri }
      guard let path = ProxiedArtifact.path(of: uri), finding.requests < Self.limit else {
        return nil
      }
      finding.requests += 1
      return try await tracking.proxiedFile("\(path)/\(file)")
    }
  }

  /// Whether a failure says no more than that this way does not lead to the file.
  private static func leavesOtherWays(_ error: MLflowError) -> Bool {
    switch error {
    case .notFound, .forbidden, .refused, .serverError, .invalidAnswer: true
    case .notTheAPI(let answerer): !answerer.wantsLogin
    // A server without the artifact proxy says 503 for good.
    case .gaveUp(let status, _): status == 503
    case .notAuthenticated, .asksForPassword, .answersOther, .unreachable: false
    }
  }
}
