public import Diagnostics

/// A check that mends what can be mended, and checks again what is left.
///
/// Everything happens in memory: whether the files are written is the caller's to say.
public struct FixRun: Sendable {
  /// Mending may bring to light what can be mended too; no project needs as many rounds.
  private static let mostRounds = 10

  /// What came of it.
  public struct Outcome: Sendable {
    /// The last check; `fixed` has what was mended.
    public var result: RunResult
    /// What the last check read.
    public internal(set) var input: PublishInput
    /// The check of the files as they were, and what it read.
    public let unmended: (result: RunResult, input: PublishInput)
    /// The files that were mended, in the order of the input.
    public let changes: [FileChange]
  }

  private let run: PublishRun
  private let read: @Sendable (_ changed: [String: SourceFile]) -> PublishInput

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - run: A check, told to look for what can be mended.
  ///   - read: Reads the project, with some contents in the place of the files'.
  public init(
    _ run: PublishRun, read: @escaping @Sendable (_ changed: [String: SourceFile]) -> PublishInput
  ) {
    self.run = run
    self.read = read
  }

  /// Checks and mends until nothing is left that can be mended; a signal leaves the first check, in
  /// which nothing was mended.
  public func run() async -> Outcome {
    var changed: [String: SourceFile] = [:]
    var fixed: [Diagnostic] = []
    var input = read(changed)
    var result = await run.run(input)
    let unmended = (result: result, input: input)
    for _ in 1..<Self.mostRounds where result.outcome.signal == nil {
      let mendable = result.diagnostics.filter { !$0.suppressed && !$0.edits.isEmpty }
      let mended = Self.mended(input.files, by: mendable)
      guard !mended.isEmpty else { break }
      changed.merge(mended) { $1 }
      // Several models may have the same mistake from one place.
      fixed += mendable.filter { finding in
        !fixed.contains { $0.code == finding.code && $0.range == finding.range }
      }
      input = read(changed)
      result = await run.run(input)
    }
    if let signal = result.outcome.signal {
      result = unmended.result
      result.outcome.signal = signal
      return Outcome(result: result, input: unmended.input, unmended: unmended, changes: [])
    }
    result.fixed = Self.ordered(fixed)
    let changes = unmended.input.files.compactMap { original in
      changed[original.path].map { FileChange(before: original, after: $0) }
    }
    return Outcome(result: result, input: input, unmended: unmended, changes: changes)
  }

  /// Writes the mended files; where one is left as it is, the project is checked once more as it is
  /// now, and a finding says why.
  public func write(_ outcome: Outcome) async -> Outcome {
    guard outcome.result.outcome.signal == nil else { return outcome }
    var outcome = outcome
    let refused = outcome.changes.compactMap { change in
      change.write().map { (path: change.before.path, finding: $0) }
    }
    guard !refused.isEmpty else { return outcome }
    let fixed = outcome.result.fixed
    outcome.input = read([:])
    outcome.result = await run.run(outcome.input)
    outcome.result.fixed = fixed.filter { finding in
      !refused.contains { $0.path == finding.range?.path }
    }
    outcome.result.diagnostics += refused.map(\.finding)
    outcome.result.outcome.troubles.insert(.unwritableReport)
    return outcome
  }

  private static func ordered(_ findings: [Diagnostic]) -> [Diagnostic] {
    var list = DiagnosticList()
    for finding in findings { list.append(finding) }
    return list.sorted
  }

  private static func mended(
    _ files: [SourceFile], by findings: [Diagnostic]
  ) -> [String: SourceFile] {
    var mended: [String: SourceFile] = [:]
    for file in files {
      let edits = Set(findings.filter { $0.range?.path == file.path }.flatMap(\.edits))
      if !edits.isEmpty { mended[file.path] = file.applying(Array(edits)) }
    }
    return mended
  }
}
