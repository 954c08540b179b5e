import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// What publishing needs in the catalog.
extension InitCommand {
  func defineProperties(_ interruption: Interruption) async -> ExitCode {
    let ground = ProjectGround(project)
    let (servers, settings): (ServerAccess, ConnectionSettings)
    do throws(ProjectProblem) {
      (servers, settings) = try ground.serversWithCatalog()
    } catch {
      return error.tell(ground.redactor())
    }
    let result = await PropertyDefinitions(
      settings: settings, connection: servers.connection(), interruption: interruption
    ).run()
    StandardStream.error.write(result.findings, servers.redactor)
    guard let server = result.server else { return result.status }
    var text = "custom properties of ML models in \(server.url) (OpenMetadata \(server.version))\n"
    for name in result.made { text += "  + \(name)\n" }
    for name in result.present { text += "    \(name) was there\n" }
    text += "\(result.made.count) made, \(result.present.count) there before\n"
    let told = StandardStream.output.write(servers.redactor.redact(text))
    return told ? result.status : .unwritableReport
  }
}
