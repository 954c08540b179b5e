import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite("Checks that mend")
struct FixRunTests {
  @Test("a signal in a later round leaves the first check, and says of nothing that it was mended")
  func interrupted() async throws {
    let folder = try TemporaryFolder()
    let text = "name: churn\nalgoritm: XGBoost\n"
    let path = try folder.write("ml_model.yaml", text)
    var options = PublishOptions()
    options.mode = .check
    options.isFixing = true
    let interruption = Interruption()
    let run = PublishRun(
      options: options, settings: .failure(.noHost),
      connection: Connection(ScriptedTransport { _, _ in .refused }), interruption: interruption)
    let fixes = FixRun(run) { changed in
      if !changed.isEmpty { interruption.request(.interrupted) }
      return PublishInput(operands: [path], configFile: nil, changed: changed)
    }
    let outcome = await fixes.write(await fixes.run())
    #expect(outcome.result.outcome.status == .interrupted)
    #expect(outcome.result.diagnostics.map(\.code).contains(.unknownKey))
    #expect(outcome.result.fixed.isEmpty && outcome.changes.isEmpty)
    #expect(outcome.input.files.map(\.text) == [text])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }
}
