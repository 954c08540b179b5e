import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// What publishing needs in the catalog.
extension InitCommand {
  func defineProperties(_ interruption: Interruption) async -> ExitCode {
    let settings: ConnectionSettings
    let redactor: Redactor
    do throws(ProjectGround.Problem) {
      settings = try ProjectGround(arguments, environment).connectionSettings()
      redactor = Redactor(settings.secrets)
    } catch {
      return error.tell()
    }
    let result = await PropertyDefinitions(
      settings: settings, connection: Connection(settings.transport, deadline: deadline),
      interruption: interruption
    ).run()
    for finding in result.findings { complain(finding, redactor) }
    guard let server = result.server else { return result.status }
    var text = "custom properties of ML models in \(server.url) (OpenMetadata \(server.version))\n"
    for name in result.made { text += "  + \(name)\n" }
    for name in result.present { text += "    \(name) was there\n" }
    text += "\(result.made.count) made, \(result.present.count) there before\n"
    let told = StandardStream.output.write(redactor.redact(text))
    return told ? result.status : .unwritableReport
  }
}
