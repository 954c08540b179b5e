import Testing

@testable import EmbeddedCatalog

@Suite("Remembered answers")
struct RememberedAnswersTests {
  private func question(_ target: String) -> RememberedAnswers.Question {
    RememberedAnswers.Question(authorization: "Bearer a", target: target, baseURL: "http://a")
  }

  private func answer(_ count: Int) -> ServerResponse {
    ServerResponse(status: 200, body: [UInt8](repeating: 0x20, count: count))
  }

  @Test("an answer is found under the state that it was made from, and under no other")
  func state() {
    let remembered = RememberedAnswers()
    remembered.remember(answer(1), to: question("/a"), from: 7)
    #expect(remembered.answer(to: question("/a"), from: 7)?.body.count == 1)
    #expect(remembered.answer(to: question("/a"), from: 8) == nil)
    #expect(remembered.answer(to: question("/a"), from: 6) == nil)
    remembered.remember(answer(2), to: question("/b"), from: 8)
    #expect(remembered.answer(to: question("/a"), from: 7) == nil)
    #expect(remembered.answer(to: question("/a"), from: 8) == nil)
    #expect(remembered.answer(to: question("/b"), from: 8)?.body.count == 2)
  }

  @Test("who asks, what for and at which address are all part of the question")
  func question() {
    let remembered = RememberedAnswers()
    remembered.remember(answer(1), to: question("/a"), from: 1)
    for (authorization, target, baseURL) in [
      ("Bearer b", "/a", "http://a"), ("Bearer a", "/a?fields=*", "http://a"),
      ("Bearer a", "/a", "http://b"),
    ] {
      let other = RememberedAnswers.Question(
        authorization: authorization, target: target, baseURL: baseURL)
      #expect(remembered.answer(to: other, from: 1) == nil)
    }
  }

  @Test("no more bytes are remembered than the limit allows, and nothing that takes much of it")
  func limit() {
    let remembered = RememberedAnswers(limit: 10_000)
    for index in 1...100 {
      remembered.remember(answer(1_000), to: question("/\(index)"), from: 1)
      #expect(remembered.size <= 10_000)
      #expect(remembered.answer(to: question("/\(index)"), from: 1) != nil)
    }
    remembered.remember(answer(2_000), to: question("/large"), from: 1)
    #expect(remembered.answer(to: question("/large"), from: 1) == nil)
  }

  @Test("the same answer twice is counted once")
  func twice() {
    let remembered = RememberedAnswers()
    remembered.remember(answer(100), to: question("/a"), from: 1)
    let size = remembered.size
    remembered.remember(answer(100), to: question("/a"), from: 1)
    #expect(remembered.size == size)
  }
}
