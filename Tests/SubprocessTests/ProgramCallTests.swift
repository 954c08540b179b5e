import Foundation
import Subprocess
import Testing

@Suite("Running programs", .timeLimit(.minutes(1)))
struct ProgramCallTests {
  private func shell(_ script: String, _ arguments: String...) -> ProgramCall {
    ProgramCall("/bin/sh", ["-c", script, "sh"] + arguments, environment: [:])
  }

  @Test("output, errors and status are told apart")
  func outcome() async throws {
    let result = try await shell("echo one; echo two >&2; exit 3").run()
    #expect(String(decoding: result.output, as: UTF8.self) == "one\n")
    #expect(String(decoding: result.errors, as: UTF8.self) == "two\n")
    #expect(result.ending == .exited(3))
  }

  @Test("a program that a signal ends is not taken for one that ended by itself")
  func signal() async throws {
    let result = try await shell("kill -TERM $$").run()
    #expect(result.ending == .signalled(SIGTERM))
  }

  @Test("arguments arrive as they are: no shell looks at them")
  func arguments() async throws {
    let call = ProgramCall(
      "/usr/bin/printf", ["%s|", "$HOME", "a b", "`id`", ""], environment: [:])
    let result = try await call.run()
    #expect(String(decoding: result.output, as: UTF8.self) == "$HOME|a b|`id`||")
  }

  @Test("the environment is the one given, and nothing of ours")
  func environment() async throws {
    let call = ProgramCall("/usr/bin/env", [], environment: ["A": "1", "B": "x y"])
    let result = try await call.run()
    #expect(String(decoding: result.output, as: UTF8.self) == "A=1\nB=x y\n")
  }

  @Test("it inherits no open file but its three streams, and an empty input")
  func descriptors() async throws {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    // A number that the shell itself does not use.
    let inherited = dup2(file, 777)
    defer { close(inherited) }
    let result = try await shell("cat; for each in /proc/$$/fd/*; do echo ${each##*/}; done").run()
    let numbers = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
    #expect(numbers.contains("2"))
    #expect(!numbers.contains("777"))
  }

  @Test("at the deadline the whole process group is killed, grandchildren included")
  func timeout() async throws {
    let marker = FileManager.default.temporaryDirectory.appending(path: "child-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: marker) }
    var call = shell("sh -c 'echo $$ >\"$1\"; exec sleep 600' sh \"$1\" & wait", marker)
    call.timeout = .milliseconds(700)
    let start = ContinuousClock.now
    let error = await #expect(throws: ProgramError.self) { try await call.run() }
    #expect(error == .timedOut("sh", after: .milliseconds(700)))
    #expect(ContinuousClock.now - start < .seconds(20))
    let text = try String(contentsOfFile: marker, encoding: .utf8)
    let grandchild = try #require(pid_t(text.dropLast()))
    while kill(grandchild, 0) == 0, !Self.isZombie(grandchild) {
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  @Test("cancelling the task kills the program")
  func cancellation() async throws {
    let call = ProgramCall("/bin/sleep", ["600"], environment: [:])
    let task = Task { try await call.run() }
    task.cancel()
    let error = await #expect(throws: ProgramError.self) { try await task.value }
    #expect(error == .cancelled("sleep"))
  }

  @Test("output beyond the limit ends the program, errors beyond it are cut off")
  func limits() async throws {
    var call = shell("head -c 300000 /dev/zero; sleep 600")
    call.outputLimit = 100_000
    let error = await #expect(throws: ProgramError.self) { try await call.run() }
    #expect(error == .tooMuchOutput("sh", limit: 100_000))
    call = shell("head -c 300000 /dev/zero >&2; echo done")
    call.outputLimit = 100_000
    let result = try await call.run()
    #expect(result.errors.count == 100_000)
    #expect(result.output == Array("done\n".utf8))
  }

  @Test("a descendant that lives on does not keep the result back")
  func lingering() async throws {
    let start = ContinuousClock.now
    let result = try await shell("sleep 600 & echo $!").run()
    #expect(ContinuousClock.now - start < .seconds(20))
    let text = String(decoding: result.output, as: UTF8.self)
    kill(try #require(pid_t(text.dropLast())), SIGKILL)
  }

  @Test("many at once do not starve the tasks beside them")
  func manyAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let call = ProgramCall("/bin/sleep", ["0.5"], environment: [:])
          let result = try await call.run()
          #expect(result.ending == .exited(0))
        }
      }
      let start = ContinuousClock.now
      await Task.yield()
      #expect(ContinuousClock.now - start < .seconds(30))
      try await group.waitForAll()
    }
  }

  @Test("a file that is no program is said to be one")
  func notExecutable() async throws {
    let call = ProgramCall("/etc/passwd", [], environment: [:])
    let error = await #expect(throws: ProgramError.self) { try await call.run() }
    #expect(error == .notStarted("passwd", reason: "Permission denied"))
  }

  @Test("programs are looked for in absolute folders of PATH alone")
  func search() throws {
    let path = try ProgramPath.find("sh", in: "::relative:/nowhere:/bin")
    #expect(path == "/bin/sh")
    for (name, path) in [("sh", ".:bin"), ("../bin/sh", "/bin"), ("", "/bin"), ("etc", "/")] {
      #expect(throws: ProgramError.notFound(name)) { () throws in
        try ProgramPath.find(name, in: path)
      }
    }
  }

  private static func isZombie(_ process: pid_t) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? true
  }
}
