import Testing

@testable import mlcatalog

@Suite("Colours")
struct ColorChoiceTests {
  @Test(
    "auto follows NO_COLOR, CLICOLOR_FORCE, TERM and the terminal, in this order",
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false),
      (["NO_COLOR": ""], true, true), (["CLICOLOR_FORCE": "1"], false, true),
      (["CLICOLOR_FORCE": "0"], false, false), (["TERM": "dumb"], true, false),
      (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
    ] as [([String: String], Bool, Bool)])
  func auto(_ environment: [String: String], _ isTerminal: Bool, _ expected: Bool) {
    #expect(ColorChoice.auto.usesColor(environment, isTerminal: isTerminal) == expected)
  }

  @Test("the option outranks the environment")
  func option() {
    #expect(ColorChoice.always.usesColor(["NO_COLOR": "1"], isTerminal: false))
    #expect(!ColorChoice.never.usesColor(["CLICOLOR_FORCE": "1"], isTerminal: true))
  }
}
