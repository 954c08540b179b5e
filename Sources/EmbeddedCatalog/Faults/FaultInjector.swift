import Synchronization

/// Stands between the sockets and the catalog, and makes go wrong what the rules ask for.
///
/// Every rule that fits a request counts it. Of the faults that strike, delays add up, the first
/// that answers in place of the catalog decides, and so does the first that spoils the transfer.
final class FaultInjector: Sendable {
  /// Answers a request as the catalog would, apart from a deviation.
  typealias Catalog = @Sendable (ServerRequest, Deviation) -> Reply

  private struct Counted {
    let rule: FaultRule
    var count = 0
    var snapshot: StoreSnapshot?
  }

  private typealias Struck = (fault: Fault, snapshot: StoreSnapshot?)

  private let rules = Mutex<[Counted]>([])
  private let takeSnapshot: @Sendable () -> StoreSnapshot?

  init(takeSnapshot: @escaping @Sendable () -> StoreSnapshot?) {
    self.takeSnapshot = takeSnapshot
  }

  /// Takes other rules, which count from the beginning.
  func replaceRules(by file: FaultFile) {
    rules.withLock { $0 = file.rules.map { Counted(rule: $0) } }
  }

  func answer(to request: ServerRequest, from catalog: @escaping Catalog) -> Reply {
    let struck = strike(request)
    guard !struck.isEmpty else { return catalog(request, .none) }
    return .later { Self.answer(to: request, from: catalog, with: struck) }
  }

  private static func answer(
    to request: ServerRequest, from catalog: Catalog, with struck: [Struck]
  ) -> ServerResponse {
    var request = request
    var deviation = Deviation.none
    for (fault, snapshot) in struck {
      if fault == .staleRead { deviation.snapshot = deviation.snapshot ?? snapshot }
      if fault == .strongEntityTagMismatch { request.mismatchStrongTags() }
      deviation.add(fault)
    }
    let faults = struck.map(\.fault)
    var answer: ServerResponse
    if let substitute = faults.lazy.compactMap(\.substitute).first {
      if substitute.isPerformed { _ = catalog(request, deviation).response() }
      answer = substitute.response
    } else {
      answer = catalog(request, deviation).response()
    }
    for case .latency(let milliseconds) in faults { answer.delay += .milliseconds(milliseconds) }
    if answer.delivery == .whole, let delivery = faults.lazy.compactMap(\.delivery).first {
      answer.delivery = delivery
    }
    return answer
  }

  private func strike(_ request: ServerRequest) -> [Struck] {
    rules.withLock { rules in
      var struck: [Struck] = []
      for index in rules.indices where rules[index].rule.matches(request) {
        rules[index].count += 1
        let rule = rules[index].rule
        if rule.fault == .staleRead, rules[index].snapshot == nil {
          rules[index].snapshot = takeSnapshot()
        }
        if rule.strikes(rules[index].count) { struck.append((rule.fault, rules[index].snapshot)) }
      }
      return struck
    }
  }
}

extension Deviation {
  /// Adds what a fault makes of the catalog's rules.
  fileprivate mutating func add(_ fault: Fault) {
    switch fault {
    case .dropInvalidColumns: dropsInvalidColumns = true
    case .dropColumns: dropsColumns = true
    case .dropNestedChanges(let always):
      if droppedNestedChanges != .always { droppedNestedChanges = always ? .always : .underIfMatch }
    case .guardFields: guardsFieldsFromBots = true
    case .redrawEdges: redrawsEdges = true
    case .foldVersions: foldsPuts = true
    case .denyField(let field): deniedFields.insert(field)
    case .foreignWrite(let write): foreignWrites.append(write)
    default: break
    }
  }
}

extension ServerRequest {
  /// Puts a tag that no entity has in place of each strong one.
  fileprivate mutating func mismatchStrongTags() {
    guard let header = headers["if-match"] else { return }
    let tags = header.split(separator: ",").map { tag -> String in
      let tag = tag.drop { $0 == " " }
      return tag.hasPrefix("\"") ? "\"0000000000000000\"" : String(tag)
    }
    headers["if-match"] = tags.joined(separator: ", ")
  }
}
