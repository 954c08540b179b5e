import RegisteredModels
import TestSupport
import Testing

/// Runs: their pages, and those that may not be read.
extension MLflowRegistryTests {
  private func registered(_ routes: Routes) async throws -> RegisteredVersion {
    let (answers, _) = try await ask(routes)
    guard case .version(let version)? = answers[.latest] else {
      throw Missing(description: "there is no version but \(String(describing: answers[.latest]))")
    }
    return version
  }

  private struct Missing: Error, CustomStringConvertible { let description: String }

  @Test(
    "of a link to a run nothing is published that may be secret",
    arguments: [
      ("https://ci.example.com/runs/7", "https://ci.example.com/runs/7"),
      ("https://ci.example.com/runs/7?token=abc", nil),
      ("https://ci.example.com/runs/7#access_token=abc", nil),
      ("https://me:word@ci.example.com/runs/7", nil),
      ("https://ghp_abcdef@ci.example.com/runs/7", nil),
      ("javascript:alert(1)", nil),
    ])
  func runLink(_ link: String, _ expected: String?) async throws {
    let linked = version(1, run: "r").replacing(
      "{\"name\"", with: "{\"run_link\":\"\(link)\",\"name\"")
    let run = #"{"run":{"info":{"run_id":"r","experiment_id":"4"}}}"#
    let url = try await registered([
      "registered-models/get": model(linked), "runs/get": .json(200, run),
    ]).run?.url
    if let expected {
      #expect(url == expected)
    } else {
      #expect(url?.hasSuffix("/#/experiments/4/runs/r") == true, "\(url ?? "none")")
    }
    let alone = try await registered([
      "registered-models/get": model(linked),
      "runs/get": .json(200, #"{"run":{"info":{"run_id":"r"}}}"#),
    ]).run?.url
    #expect(alone == (link.hasPrefix("https") ? "https://ci.example.com/runs/7" : nil))
  }

  @Test("a run that may not be read is told as such, and not as one that is missing")
  func forbiddenRun() async throws {
    let forbidden = ScriptedStep.json(
      403, #"{"error_code":"PERMISSION_DENIED","message":"no access"}"#)
    let version = try await registered([
      "registered-models/get": model(version(1, run: "r")), "runs/get": forbidden,
    ])
    #expect(
      version.gaps.contains(
        RegistryGap(.run, "not permitted to read the run `r`: no access", isForbidden: true)))
    let missing = try await registered([
      "registered-models/get": model(self.version(1, run: "r")), "runs/get": Self.noRun,
    ])
    #expect(missing.gaps.contains { $0.subject == .run && !$0.isForbidden })
  }

  @Test("an answer about another model fails, and names both")
  func otherModel() async throws {
    let (answers, _) = try await ask(["registered-models/get": model("", name: "other")])
    guard case .failed(let failure)? = answers[.latest] else {
      Issue.record("it was believed")
      return
    }
    #expect(failure.kind == .unreachable)
    #expect(
      failure.message.contains("asked for the registered model `m`, it answers with `other`"),
      "\(failure.message)")
  }
}
