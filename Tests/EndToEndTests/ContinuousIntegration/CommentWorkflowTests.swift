import Foundation
import TestSupport
import Testing

/// The script of `ci-templates/github/comment.yml` against a stand-in for GitHub's API.
@Suite("The comment on a pull request", .timeLimit(.minutes(5)))
struct CommentWorkflowTests {
  private static let commit = "0123456789abcdef0123456789abcdef01234567"

  @Test("is written once and rewritten after that, with the Markdown of a branch of our own")
  func sticky() async throws {
    let github = PullRequestComments(open: [pull(7, "acme/models", "eta")])
    defer { github.stop() }
    let first = try await comment(github, markdown: "### **Plan**: 1 to update\n")
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    #expect(first.output == "https://github.invalid/c/1000\n")
    let second = try await comment(github, markdown: "### Nothing to do\n")
    #expect(second.status == 0, "\(second.output)\(second.errors)")
    let comments = github.comments(7)
    #expect(comments.count == 1)
    #expect(
      comments[0].body == """
        <!-- mlcatalog: catalog check -->
        [Catalog check](https://github.invalid/run/1) of \(Self.commit):

        ### Nothing to do
        """)
  }

  @Test("finds its own among many, and leaves those of others that look like it")
  func others() async throws {
    let marker = "<!-- mlcatalog: catalog check -->"
    var comments = (0..<120).map {
      PullRequestComments.Comment(id: $0, author: "ana", body: "\(marker) \($0)")
    }
    comments.append(.init(id: 500, author: "github-actions[bot]", body: "\(marker)\nold"))
    let github = PullRequestComments(
      open: [pull(7, "acme/models", "eta")], comments: [7: comments])
    defer { github.stop() }
    let run = try await comment(github, markdown: "new\n")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(github.comments(7).count == 121)
    #expect(github.comments(7).last?.body.contains("new") == true)
    #expect(github.comments(7).dropLast().allSatisfy { $0.author == "ana" })
    #expect(github.comments(7)[0].body == "\(marker) 0")
  }

  @Test("shows what a fork's run left as text in which nothing works")
  func fork() async throws {
    let text = """
      @everyone ![pixel](https://evil.invalid/x.png) <img src=x>
      ```
      \r# Approved\u{1B}[2J\u{7}

      <!-- mlcatalog: catalog check -->
      """
    let github = PullRequestComments(open: [pull(8, "mallory/models", "eta")])
    defer { github.stop() }
    let run = try await comment(
      github, markdown: "**never shown**", text: text, repository: "mallory/models")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let body = try #require(github.comments(8).first?.body)
    #expect(!body.contains("never shown"))
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(3).last == "")
    #expect(lines.dropFirst(3).allSatisfy { $0.isEmpty || $0.hasPrefix("    ") }, "\(body)")
    #expect(lines.contains("    # Approved[2J"))
    #expect(
      !body.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  }

  @Test("is cut to what the service takes, without a torn character")
  func long() async throws {
    let github = PullRequestComments(open: [pull(8, "mallory/models", "eta")])
    defer { github.stop() }
    let run = try await comment(
      github, markdown: "", text: "a" + String(repeating: "é", count: 200_000),
      repository: "mallory/models")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let body = try #require(github.comments(8).first?.body)
    #expect(body.unicodeScalars.count < 65_536)
    #expect(body.hasSuffix("é"))
    #expect(!body.contains("\u{FFFD}"))
    let lines = try await comment(
      github, markdown: "", text: String(repeating: "\n", count: 50_000),
      repository: "mallory/models")
    #expect(lines.status == 0, "\(lines.output)\(lines.errors)")
    #expect((github.comments(8).first?.body.unicodeScalars.count ?? 0) < 65_536)
  }

  @Test("goes only to the pull request whose last commit was checked")
  func moved() async throws {
    let elsewhere = [
      PullRequestComments.PullRequest(
        number: 7, repository: "acme/models", branch: "eta",
        commit: String(repeating: "f", count: 40)),
      pull(9, "acme/other", "eta"),
    ]
    let github = PullRequestComments(open: elsewhere)
    defer { github.stop() }
    let run = try await comment(github, markdown: "x")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("no open pull request has \(Self.commit) at its end any more"))
    #expect(github.requests.allSatisfy { $0.method == "GET" })
  }

  @Test("takes names of branches and files as names, never as commands or addresses")
  func injection() async throws {
    let branch = "$(touch${IFS}stolen)`id`;touch${IFS}stolen;&state=all#@x=\"'"
    let github = PullRequestComments(open: [pull(7, "acme/models", branch)])
    defer { github.stop() }
    let run = try await comment(github, markdown: "ok\n", branch: branch)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(github.comments(7).count == 1)
  }

  @Test("is left out when there is no report, or one that only points to a file")
  func noReport() async throws {
    let github = PullRequestComments(open: [pull(7, "acme/models", "eta")])
    defer { github.stop() }
    let missing = try await comment(github, markdown: nil)
    #expect(missing.status == 0)
    #expect(missing.output.hasPrefix("the check left no report: https://"))
    let link = try await comment(github, markdown: nil, linkTo: "/etc/passwd")
    #expect(link.status == 0)
    #expect(link.output.hasPrefix("the check left no report: https://"))
    #expect(github.requests.isEmpty)
  }

  @Test("that the service refuses fails the run, and shows no token")
  func refused() async throws {
    let server = ScriptedServer(answers: [[.json(403, #"{"message":"Forbidden"}"#)]])
    defer { server.stop() }
    let github = PullRequestComments(open: [])
    defer { github.stop() }
    let run = try await comment(github, markdown: "x", api: server.url)
    #expect(run.status != 0)
    #expect(!(run.output + run.errors).contains(PullRequestComments.token))
  }

  private func pull(
    _ number: Int, _ repository: String, _ branch: String
  ) -> PullRequestComments.PullRequest {
    .init(number: number, repository: repository, branch: branch, commit: Self.commit)
  }

  private func comment(
    _ github: PullRequestComments, markdown: String?, text: String = "plain\n",
    repository: String = "acme/models", branch: String = "eta", linkTo: String? = nil,
    api: String? = nil
  ) async throws -> ProgramRun {
    let runner = try GitHubRunner(["GITHUB_API_URL": api ?? github.url])
    let report = runner.temporary.appending(path: "catalog-report")
    try FileManager.default.createDirectory(at: report, withIntermediateDirectories: true)
    if let markdown {
      try Data(markdown.utf8).write(to: report.appending(path: "report.md"))
      try Data(text.utf8).write(to: report.appending(path: "report.txt"))
    }
    if let linkTo {
      try FileManager.default.createSymbolicLink(
        atPath: report.appending(path: "report.md").path, withDestinationPath: linkTo)
    }
    let event = "github.event.workflow_run"
    return try await runner.run(
      try CIFile("ci-templates/github/comment.yml").step("Write the comment"),
      [
        "github.token": PullRequestComments.token,
        "\(event).head_repository.full_name": repository,
        "\(event).head_repository.owner.login": String(repository.split(separator: "/")[0]),
        "\(event).head_branch": branch, "\(event).head_sha": Self.commit,
        "\(event).html_url": "https://github.invalid/run/1",
      ],
      in: runner.temporary)
  }
}
