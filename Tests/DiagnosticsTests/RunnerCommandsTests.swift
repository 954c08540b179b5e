import Diagnostics
import Testing

@Suite("Commands of runners in texts of others")
struct RunnerCommandsTests {
  @Test(
    "a space keeps a runner from reading one, wherever the platform looks",
    arguments: [
      ("a ##vso[task.setvariable variable=x]y", "a # #vso[task.setvariable variable=x]y"),
      ("##VsO[x]", "# #VsO[x]"), ("###[group]a", "## #[group]a"),
      ("::set-output name=a::b\n  ::add-mask::c", ": :set-output name=a::b\n  : :add-mask::c"),
      ("a\r::stop-commands::x", "a\r: :stop-commands::x"),
    ])
  func defused(text: String, safe: String) {
    #expect(RunnerCommands.areIn(text))
    #expect(RunnerCommands.defused(text) == safe)
    #expect(!RunnerCommands.areIn(safe))
  }

  @Test("other texts stay", arguments: ["## Heading", "a::b", "#[x]", "# #vso[x]", "", "##"])
  func harmless(text: String) {
    #expect(!RunnerCommands.areIn(text))
    #expect(RunnerCommands.defused(text) == text)
  }

  @Test("in JSON, XML and YAML it is escaped, so that readers get the same text")
  func escaped() {
    #expect(RunnerCommands.escaped(inJSON: "\"##vso[x] ## y\"") == "\"\\u0023#vso[x] ## y\"")
    #expect(RunnerCommands.escaped(inXML: "<a>##[x]</a>") == "<a>&#35;#[x]</a>")
    #expect(RunnerCommands.escaped(inYAML: "\"##[x]\"") == "\"\\x23#[x]\"")
  }
}
