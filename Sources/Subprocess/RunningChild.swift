import Glibc

/// A program that was started, and the thread's wait for its end.
struct RunningChild {
  private let call: ProgramCall
  private let mailbox: Mailbox
  private let process: pid_t
  private let deadline: ContinuousClock.Instant
  private var output: OutputReader
  private var errors: OutputReader

  init(_ call: ProgramCall, _ mailbox: Mailbox) throws(ProgramError) {
    self.call = call
    self.mailbox = mailbox
    do throws(SystemError) {
      let output = try Pipe()
      let errors: Pipe
      do throws(SystemError) {
        errors = try Pipe()
      } catch {
        output.close()
        throw error
      }
      defer {
        close(output.writingEnd)
        close(errors.writingEnd)
      }
      // The readers own the other ends from here on.
      self.output = OutputReader(output.readingEnd, limit: call.outputLimit)
      self.errors = OutputReader(errors.readingEnd, limit: call.outputLimit)
      process = try Spawn.start(call, output: output.writingEnd, errors: errors.writingEnd)
    } catch {
      throw .notStarted(call.name, reason: error.reason)
    }
    deadline = ContinuousClock.now.advanced(by: call.timeout)
    announceEnd()
  }

  /// A thread of its own sleeps until the process ends, and leaves it to be reaped: until then its
  /// number, by which its group is killed, belongs to no other.
  private func announceEnd() {
    let (process, mailbox) = (process, mailbox)
    DetachedThread.start {
      var information = siginfo_t()
      while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
      mailbox.post(.ended)
    }
  }

  /// Reads until the program ends; kills its group when something is wrong.
  mutating func finish() throws(ProgramError) -> ProgramResult {
    do throws(ProgramError) {
      while true {
        let event = try wait()
        output.drain()
        errors.drain()
        if output.isFull { throw .tooMuchOutput(call.name, limit: call.outputLimit) }
        if event == .ended { break }
        if event == .cancel { throw .cancelled(call.name) }
      }
    } catch {
      kill(-process, SIGKILL)
      _ = reap()
      throw error
    }
    return ProgramResult(ending: reap(), output: output.bytes, errors: errors.bytes)
  }

  /// Sleeps until there is something to read or to know; nil when it is only something to read.
  private func wait() throws(ProgramError) -> Mailbox.Message? {
    let left = ContinuousClock.now.duration(to: deadline)
    if left <= .zero { throw .timedOut(call.name, after: call.timeout) }
    var sources = [mailbox.pipe.readingEnd, output.descriptor, errors.descriptor]
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let milliseconds = min(left.components.seconds * 1000 + 1000, 60_000)
    let exact = left < .seconds(1) ? max(1, Int64(left / .milliseconds(1))) : milliseconds
    poll(&sources, nfds_t(sources.count), Int32(exact))
    guard sources[0].revents != 0 else { return nil }
    let messages = mailbox.take()
    return messages.contains(.ended) ? .ended : messages.first
  }

  /// Takes the process out of the system's table.
  private func reap() -> ProgramResult.Ending {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
