import Glibc

/// The two ends of a pipe, which programs that we start do not inherit.
struct Pipe: Sendable {
  let readingEnd: Int32
  let writingEnd: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError(number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readingEnd = ends[0]
    writingEnd = ends[1]
  }

  func close() {
    Glibc.close(readingEnd)
    Glibc.close(writingEnd)
  }
}
