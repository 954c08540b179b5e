import EmbeddedCatalog
import FoundationEssentials

/// The file of faults that `serve` was given.
struct FaultSettings {
  let path: String

  /// - Throws: ``PlaygroundFailure`` when there is no such file or it says what nobody understands.
  func read() throws(PlaygroundFailure) -> FaultFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlaygroundFailure(
        .missingFile, "cannot read '\(path)'", remedy: "'--faults' needs a file of JSON")
    }
    do { return try FaultFile(parsing: Array(data)) } catch {
      throw PlaygroundFailure(
        .configuration, "\(path):\(error)",
        remedy: #"a rule looks like {"match": {"method": "GET", "path": "/api/v1/tables/**"}, "#
          + #""times": 1, "fault": "status", "status": 503}"#)
    }
  }

  /// Says what goes wrong from now on.
  func announce(_ file: FaultFile) {
    if file.descriptions.isEmpty {
      Output.complain("no faults in \(path)")
      return
    }
    Output.complain("FAULTS ARE ON, \(file.descriptions.count) from \(path):")
    for description in file.descriptions { Output.complain("  \(description)") }
  }

  /// Takes what the file says now; when it cannot be understood, what it said before stays.
  func readAgain(for server: CatalogServer) {
    do throws(PlaygroundFailure) {
      let file = try read()
      server.setFaults(file)
      announce(file)
    } catch {
      Output.complain("\(error.message); the earlier faults stay")
    }
  }
}
