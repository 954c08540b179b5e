import JSONDocuments
import TestSupport
import Testing

/// Every test with an official client runs for the lines that are installed; here those that are
/// not are counted.
@Suite("The official clients")
struct OfficialClientLineTests {
  @Test(
    "client 1.5 is the release that the constraints pin",
    .enabled(if: OfficialClientLine.installed.contains(.line15), "run `make setup`"))
  func line15() throws { try expectRelease(of: .line15) }

  @Test(
    "client 2.0 is the release that the requirements pin",
    .enabled(if: OfficialClientLine.installed.contains(.line20), "run `make setup`"))
  func line20() throws { try expectRelease(of: .line20) }

  private func expectRelease(of line: OfficialClientLine) throws {
    let answers = try line.environment?.answers(of: "release.py", to: [])
    #expect(answers == [.string(line.release)])
  }
}
