import JSONDocuments
import Testing

@Suite("token", .timeLimit(.minutes(2)))
struct TokenTests {
  @Test("the token alone is printed, and the same one again")
  func token() async throws {
    let catalog = try ServedCatalog()
    let outcome = try PlaygroundProcess.run("token", "--bot", "publisher", "--host", catalog.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.wholeMatch(of: /[\w-]+\.[\w-]+\.[\w-]+\n/) != nil)
    #expect(try catalog.token() + "\n" == outcome.output)
    let user = try await catalog.get(
      "/v1/users/name/publisher?fields=roles", token: try catalog.token())
    #expect(user.document["isBot"] == true)
    #expect(
      user.document["roles"]?.array?.compactMap { $0["name"]?.string } == ["IngestionBotRole"])
  }

  @Test("a role that the server does not have is refused, and no bot is made")
  func unknownRole() async throws {
    let catalog = try ServedCatalog()
    let outcome = try PlaygroundProcess.run(
      "token", "--bot", "other", "--role", "Nobody", "--host", catalog.url)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the server has no role 'Nobody'"))
    let bot = try await catalog.get("/v1/bots/name/other", token: try catalog.token())
    #expect(bot.status == 404)
  }

  @Test("another role than the bot has is not given to it silently")
  func otherRole() throws {
    let catalog = try ServedCatalog()
    _ = try catalog.token()
    let outcome = try PlaygroundProcess.run(
      "token", "--bot", "publisher", "--role", "DataConsumer", "--host", catalog.url)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("does not have the role 'DataConsumer'"))
  }

  @Test("a wrong password is not authenticated, and not printed")
  func wrongPassword() throws {
    let catalog = try ServedCatalog()
    let outcome = try PlaygroundProcess.run(
      "token", "--bot", "b", "--host", catalog.url, "--admin-password", "hunter2")
    #expect(outcome.status == 77)
    #expect(outcome.output == "")
    #expect(!outcome.errors.contains("hunter2"))
  }

  @Test("a password does not go to another machine in the clear, and none is guessed for it")
  func otherMachine() throws {
    let plain = try PlaygroundProcess.run(
      "token", "--bot", "b", "--host", "http://catalog.example", "--admin-password", "x")
    #expect(plain.status == 77)
    #expect(plain.errors.contains("--allow-plain-http"))
    let guessed = try PlaygroundProcess.run(
      "token", "--bot", "b", "--host", "https://catalog.example")
    #expect(guessed.status == 77)
    #expect(guessed.errors.contains("--admin-password"))
  }

  @Test(
    "a name that cannot be half of an e-mail address is refused", arguments: ["a b", "ü", "a@b"])
  func badName(name: String) throws {
    let outcome = try PlaygroundProcess.run("token", "--bot", name, "--host", "http://127.0.0.1:1")
    #expect(outcome.status == 64)
  }

  @Test("a host that is not there is unavailable")
  func noServer() throws {
    let outcome = try PlaygroundProcess.run("token", "--bot", "b", "--host", "http://127.0.0.1:1")
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("no answer from http://127.0.0.1:1"))
  }
}
