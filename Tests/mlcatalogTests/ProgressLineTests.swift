import Publishing
import Synchronization
import Testing

@testable import mlcatalog

@Suite("The line of progress")
struct ProgressLineTests {
  private final class Terminal: Sendable {
    private let lines = Mutex<[String]>([])
    var shown: [String] { lines.withLock { $0.map { $0.replacing("\r\u{1B}[K", with: "") } } }
    func write(_ text: String) { lines.withLock { $0.append(text) } }
  }

  @Test("says with how many models what is done, and with which one last")
  func models() {
    let terminal = Terminal()
    let line = ProgressLine(terminal.write)
    line.observe(RunProgress(.reading, done: 3, of: 40, model: "CustomMLService.churn"))
    line.finish()
    #expect(terminal.shown == ["reading 3/40 CustomMLService.churn, requests: 0", ""])
  }

  @Test("stays in one line, whatever a model is called")
  func names() {
    let terminal = Terminal()
    let line = ProgressLine(terminal.write)
    let name = "S.\u{1B}[31m" + String(repeating: "long", count: 100)
    line.observe(RunProgress(.writing, done: 1, of: 2, model: name))
    #expect(terminal.shown.count == 1)
    #expect(terminal.shown.allSatisfy { $0.count < 80 && !$0.contains("\u{1B}") })
  }

  @Test("of a single model only requests are counted, and many events write few lines")
  func quiet() {
    let terminal = Terminal()
    let line = ProgressLine(terminal.write)
    for _ in 1...10_000 {
      line.observe(RunProgress(.reading, done: 1, of: 1, model: "S.m"))
    }
    #expect(terminal.shown.first == "requests: 0")
    #expect(terminal.shown.count < 1_000)
  }
}
