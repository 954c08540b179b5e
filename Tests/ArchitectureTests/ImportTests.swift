import Testing

@Suite("Imports")
struct ImportTests {
  private static let files = Repository.files(below: "Sources")

  @Test("every room is in the table of imports, and the table has no other")
  func rooms() {
    #expect(Set(Self.files.map(\.room)).isSubset(of: Rooms.imports.keys))
    let known = Set(Rooms.imports.keys).union(Rooms.libraries.keys).union(["Testing"])
    #expect(Rooms.imports.values.allSatisfy { $0.isSubset(of: known) })
  }

  @Test("a file imports only what its room may", arguments: files)
  func table(file: Repository.File) {
    var allowed = Rooms.imports[file.room, default: []].union(Rooms.system)
    if Rooms.mayUseFoundation.contains(file.room) { allowed.insert("Foundation") }
    #expect(file.imports.subtracting(allowed).sorted() == [])
  }

  @Test("a room is allowed no import that none of its files needs", arguments: Rooms.imports.keys)
  func noIdleImports(room: String) {
    let used = Self.files.filter { $0.room == room }.flatMap(\.imports)
    #expect(Rooms.imports[room, default: []].subtracting(used).sorted() == [])
  }

  @Test("imports flow one way: no room reaches itself")
  func noCycles() {
    for room in Rooms.imports.keys {
      var reached: Set<String> = []
      var next = Rooms.imports[room, default: []]
      while let module = next.popFirst() {
        reached.insert(module)
        next.formUnion(Rooms.imports[module, default: []].subtracting(reached))
      }
      #expect(!reached.contains(room), "\(room)")
    }
  }

  @Test("a C library is imported by the rooms that may, and by no other")
  func libraries() {
    for (library, rooms) in Rooms.libraries {
      let users = Rooms.imports.filter { $0.value.contains(library) }.keys
      #expect(Set(users) == rooms, "\(library)")
    }
  }

  @Test("the table is that of Package.swift")
  func packageManifest() throws {
    let manifest = try #require(Repository.manifest)
    let written = manifest.matches(
      of: /Room\(\s*"(?<name>[\w-]+)"(?:,\s*\[(?<imports>[^\]]*)\])?\s*\)/)
    var rooms: [String: Set<String>] = [:]
    for match in written where rooms[String(match.output.name)] == nil {
      let imports = String(match.output.imports ?? "").matches(of: /"([\w-]+)"/)
      rooms[String(match.output.name)] = Set(imports.map { String($0.output.1) })
    }
    for (room, imports) in Rooms.imports {
      #expect(rooms[room] == imports.subtracting(["Testing"]), "\(room)")
    }
  }
}
