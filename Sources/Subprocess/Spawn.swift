import Glibc

/// Starts a process by `posix_spawn`.
enum Spawn {
  /// Starts a program that writes to two pipes; its number, which is its group's as well.
  static func start(
    _ call: ProgramCall, output: Int32, errors: Int32
  ) throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // Libraries open files that they forget to mark; a child must not keep our sockets alive.
    for descriptor in openDescriptors() where descriptor > STDERR_FILENO {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    setSignals(&attributes)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments = CStrings([call.program] + call.arguments)
    let environment = CStrings(call.environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
    var process: pid_t = 0
    let failure = posix_spawn(
      &process, call.program, &actions, &attributes, arguments.pointers, environment.pointers)
    guard failure == 0 else { throw SystemError(number: failure) }
    return process
  }

  /// The open files of this process; closing one that is gone by then is no error.
  private static func openDescriptors() -> [Int32] {
    guard let folder = opendir("/proc/self/fd") else { return [] }
    defer { closedir(folder) }
    var descriptors: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { $0.prefix { $0 != 0 }.map { $0 } }
      if let descriptor = Int32(String(decoding: name, as: UTF8.self)) {
        descriptors.append(descriptor)
      }
    }
    return descriptors
  }

  /// The calling thread's mask and handlers are ours, not the program's.
  private static func setSignals(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
  }
}
