import Testing

@testable import EmbeddedCatalog

@Suite struct SQLiteConnectionTests {
  @Test("however many different statements run, few are kept prepared")
  func statements() throws {
    let connection = try SQLiteConnection(path: ":memory:")
    for number in 0..<(3 * SQLiteConnection.maximumStatements) {
      let rows = try connection.run("SELECT \(number) + ?", [.integer(1)])
      #expect(rows.first?.first?.integer == Int64(number + 1))
      #expect(connection.statements.count <= SQLiteConnection.maximumStatements)
    }
  }
}
