public import Diagnostics

extension LockFile {
  /// What `lock --check` finds: each thing that the lock says otherwise, at its place.
  public func findings(_ result: LockResult) -> [Diagnostic] {
    let telling = result.differences.filter(\.isTelling)
    guard source != nil, !telling.isEmpty else {
      return result.text == nil || source != nil ? [] : [absent(result)]
    }
    return telling.map { difference in
      Diagnostic(
        .lockDiffers, "\(difference.subject) \(difference.words)",
        hint: "run `\(result.command)` when that is as it should be", at: range(of: difference))
    }
  }

  private func absent(_ result: LockResult) -> Diagnostic {
    Diagnostic(
      .noLock, "there is no \(path)", hint: "run `\(result.command)`, and commit the file")
  }

  private func range(of difference: LockDifference) -> SourceRange? {
    difference.change == .added ? nil : range(ofKey: difference.pointer)
  }
}

extension LockDifference {
  /// What became of the thing, as the end of a sentence that begins with it.
  fileprivate var words: String {
    switch change {
    case .added: "is not in the lock"
    case .removed: "is in the lock, and no manifest names it"
    case .changed([]): "was edited since the lock was made"
    case .changed(let details): "moved on: \(details.joined(separator: "; "))"
    }
  }
}
