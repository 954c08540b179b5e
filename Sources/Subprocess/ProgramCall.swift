import Glibc

/// A program to be run to its end, without a shell.
///
/// It gets exactly the environment that is given, an empty standard input, no other open file of
/// ours and a process group of its own. No thread of the cooperative pool waits for it.
public struct ProgramCall: Sendable {
  /// The absolute path of the executable file.
  public var program: String
  /// The arguments, without the program's own name.
  public var arguments: [String]
  /// The variables, all of them.
  public var environment: [String: String]
  /// After how long the program and its process group are killed.
  public var timeout: Duration = .seconds(30)
  /// The most that it may print, in bytes.
  public var outputLimit = 1024 * 1024

  /// Makes a call.
  public init(_ program: String, _ arguments: [String], environment: [String: String]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// The last component of the path, for messages.
  var name: String { program.split(separator: "/").last.map(String.init) ?? program }

  /// Runs the program; one that ends with a failure is a result as well.
  ///
  /// - Throws: ``ProgramError`` when it cannot be started, prints too much, or does not end before
  ///   its time is up or the task is cancelled. Its whole process group has been killed then.
  public func run() async throws(ProgramError) -> ProgramResult {
    let mailbox: Mailbox
    do throws(SystemError) {
      mailbox = try Mailbox()
    } catch {
      throw .notStarted(name, reason: error.reason)
    }
    let outcome: Result<ProgramResult, ProgramError> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DetachedThread.start {
          let outcome = Result { () throws(ProgramError) in
            var child = try RunningChild(self, mailbox)
            return try child.finish()
          }
          continuation.resume(returning: outcome)
        }
      }
    } onCancel: {
      mailbox.post(.cancel)
    }
    return try outcome.get()
  }
}
