import Arguments
import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reporting

/// Plans in files: saved by a check, carried out later.
extension PublishCommand {
  /// Saves the plan of a check; what went wrong is in the result.
  func save(_ result: inout RunResult, to path: String, hiding redactor: Redactor) {
    let made = SavedPlan(
      result, toolVersion: Program.identity.version,
      environment: request.project.environmentName, failOn: request.options.failOn)
    guard let plan = made else {
      StandardStream.error.write("no plan was saved, since nothing could be planned\n")
      return
    }
    let text = plan.text
    let failure: Failure? =
      if plan.holdsSecret || redactor.redact(text) != text {
        .planWithSecret(path)
      } else {
        OutputFile.replace(path, with: text).map { .unwritablePlan(path, $0) }
      }
    if let failure { return result.add(failure) }
    result.savedPlan = PlanReference(path: path, digest: plan.digest)
  }

  /// Carries out a plan: no manifest and no registry is read.
  func carryOut(_ path: String, _ interruption: Interruption) async -> ExitCode {
    let ground = ProjectGround(request.project)
    do throws(UsageError) {
      let named = [path] + [request.project.configPath].compactMap(\.self)
      try InputPaths(named, ground.files, environment).check(request.targets)
    } catch {
      return Program.refuse(error)
    }
    let format: ReportFormat
    let config: ProjectConfig
    do throws(SettingsError) {
      format = try request.format(environment)
    } catch {
      return ProjectProblem(Failure(error)).tell(ground.redactor())
    }
    do throws(ProjectProblem) {
      config = try ground.config()
    } catch {
      return error.tell(ground.redactor())
    }
    let servers = ground.servers(config)
    let progress = progress
    let result: RunResult
    switch PlanFile(path: path, toolVersion: Program.identity.version).content {
    case .failure(let failure): result = RunResult(failed: failure)
    case .success(let plan):
      let run = PlanRun(
        plan, environment: request.project.environmentName, config: config,
        settings: servers.settings,
        connection: servers.connection(
          observer: request.logsRequests ? RequestLog(redactor: servers.redactor) : progress),
        interruption: interruption, concurrency: request.options.concurrency,
        isVerifying: request.options.isVerifying)
      var done = await run.run()
      done.savedPlan = PlanReference(path: path, digest: plan.digest)
      result = done
    }
    progress?.finish()
    let files = [ground.files?.config].compactMap(\.self)
    return writing(files, servers.redactor).write(result, format, request.targets)
  }
}
