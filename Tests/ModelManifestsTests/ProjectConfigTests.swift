import Diagnostics
import ModelManifests
import TestSupport
import Testing

@Suite("The project config")
struct ProjectConfigTests {
  private func read(_ text: String) throws -> (ProjectConfig, [Diagnostic], MarkedText) {
    let marked = try MarkedText(text, path: "mlcatalog.yaml")
    var list = DiagnosticList()
    let config = ProjectConfig(marked.file, diagnostics: &list)
    return (config, list.sorted, marked)
  }

  @Test("manifests, serviceName, severity and ownership are read")
  func all() throws {
    let (config, findings, _) = try read(
      """
      manifests: ["models/*.yaml", other.yaml]
      serviceName: Forecasts
      severity:
        MLC237: off
        MLC244: error
        MLC250: note
        x-why: free
      ownership:
        description: catalog
        mlFeatures[*].tags: manifest
      x-own: 1
      """)
    #expect(findings.map(\.message) == [])
    #expect(config.path == "mlcatalog.yaml")
    #expect(config.manifests.map(\.value) == ["models/*.yaml", "other.yaml"])
    #expect(config.service?.name == "Forecasts")
    #expect(config.service?.nameRange?.description == "mlcatalog.yaml:2:14")
    #expect(
      config.severity == [
        .discouragedName: .off, .repeatedMember: .severity(.error),
        .noDocument: .severity(.note),
      ])
    #expect(config.ownership.owner(of: FieldPath("description")) == .catalog)
  }

  @Test("rules are read, and none holds that is not written")
  func rules() throws {
    let (config, findings, marked) = try read(
      """
      rules:
        require: [owner, featureSource]
        sensitiveTags: [⟦p⟧PII.*⟦/p⟧, PersonalData.Personal]
        deprecatedTags: ["*"]
      """)
    #expect(findings.map(\.message) == [])
    #expect(config.rules.required == [.owner, .featureSource])
    #expect(config.rules.sensitiveTags.map(\.value) == ["PII.*", "PersonalData.Personal"])
    #expect(config.rules.sensitiveTags.first?.range == (try marked.range(of: "p")))
    #expect(config.rules.deprecatedTags.map(\.value) == ["*"])
    #expect(try read("rules: ~").0.rules == RulesConfig())
    #expect(try read("manifests: []").0.rules == RulesConfig())
  }

  @Test(
    "a rule that is none is told on its place, with the one that was meant",
    arguments: [
      (
        "rules: {require: [⟦k⟧owners⟦/k⟧]}", DiagnosticCode.configInvalidValue,
        "did you mean `owner`?"
      ),
      ("rules: {⟦k⟧requires⟦/k⟧: [owner]}", .configUnknownKey, "did you mean `require`?"),
      ("rules: {require: ⟦k⟧owner⟦/k⟧}", .configInvalidValue, "write `[owner]`"),
      ("rules: {sensitiveTags: [⟦k⟧PII⟦/k⟧]}", .configInvalidValue, "`PII.*` for all"),
      ("rules: ⟦k⟧[owner]⟦/k⟧", .configInvalidValue, "for example"),
    ])
  func wrongRules(_ text: String, _ code: DiagnosticCode, _ hint: String) throws {
    let (_, findings, marked) = try read(text)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.range == (try marked.range(of: "k")))
    #expect(findings.first?.hint?.contains(hint) == true, "\(findings.first?.hint ?? "none")")
  }

  @Test("service is the long form, and holds for manifests that name no service")
  func service() throws {
    let (config, findings, _) = try read(
      "service: {name: Forecasts, displayName: Ours, description: D, serviceType: Sklearn}\n")
    #expect(findings.map(\.message) == [])
    let service = try #require(config.service)
    #expect(service.displayName?.value == "Ours" && service.description?.value == "D")
    #expect(service.serviceType?.value == "Sklearn")
    #expect(try ManifestCase(model: "", config: config).model.service == service)
    let own = try ManifestCase(model: "serviceName: Other\n", config: config).model.service
    #expect(own.name == "Other" && own.displayName == nil)
    let long = try ManifestCase(model: "service: {name: Long}\n", config: config).model.service
    #expect(long.name == "Long" && long.serviceType == nil)
  }

  @Test("an empty file is a config that says nothing")
  func empty() throws {
    let (config, findings, _) = try read("# nothing yet\n")
    #expect(findings.isEmpty)
    #expect(config.manifests.isEmpty && config.severity.isEmpty && config.path != nil)
  }

  @Test(
    "what belongs elsewhere is said to belong there",
    arguments: [
      ("host", "OPENMETADATA_HOST"), ("server", "OPENMETADATA_HOST"),
      ("serverUrl", "OPENMETADATA_HOST"), ("openmetadata", "OPENMETADATA_HOST"),
      ("token", "OPENMETADATA_JWT_TOKEN"), ("jwtToken", "OPENMETADATA_JWT_TOKEN"),
      ("tags", "ml_model.yaml"), ("algorithm", "ml_model.yaml"),
    ])
  func foreignKeys(_ key: String, _ home: String) throws {
    let (_, findings, marked) = try read("⟦k⟧\(key)⟦/k⟧: a\n")
    #expect(findings.map(\.code) == [.configUnknownKey])
    #expect(findings.first?.range == (try marked.range(of: "k")))
    #expect(findings.first?.hint?.contains(home) == true, "\(findings.first?.hint ?? "no hint")")
  }

  @Test(
    "a code that is written otherwise is named as it is",
    arguments: [
      ("mlc265", "did you mean `MLC265`?"), ("265", "did you mean `MLC265`?"),
      ("MLC-265", "did you mean `MLC265`?"),
      ("MLC999", "take the code from the finding, such as `MLC237`"),
    ])
  func codes(_ text: String, _ hint: String) throws {
    let (_, findings, _) = try read("severity: {\(text): error}\n")
    #expect(findings.map(\.code) == [.configUnknownCode])
    #expect(findings.map(\.hint) == [hint])
    let suppression = try ManifestCase(model: "suppress: [{code: ⟦k⟧\(text)⟦/k⟧, reason: r}]")
    #expect(try suppression.expectOnly(.unknownSuppressedCode, at: "k").hint == hint)
  }

  @Test(
    "what cannot be used is found, with a code of the configuration",
    arguments: [
      ("⟦k⟧manifest⟦/k⟧: [a]", DiagnosticCode.configUnknownKey),
      ("service: {⟦k⟧serviceType⟦/k⟧: Mlflow}", .configInvalidValue),
      ("service: {name: a, serviceType: ⟦k⟧MLFlow⟦/k⟧}", .configInvalidValue),
      ("service: {name: a, ⟦k⟧title⟦/k⟧: b}", .configUnknownKey),
      ("serviceName: a\n⟦k⟧service⟦/k⟧: {name: b}", .configInvalidValue),
      ("manifests: ⟦k⟧a.yaml⟦/k⟧", .configInvalidValue),
      ("manifests: [⟦k⟧''⟦/k⟧]", .configInvalidValue),
      ("serviceName: ⟦k⟧a::b⟦/k⟧", .configInvalidValue),
      ("severity: {MLC237: ⟦k⟧fatal⟦/k⟧}", .configInvalidValue),
      ("severity: {⟦k⟧MLC999⟦/k⟧: error}", .configUnknownCode),
      ("severity: {⟦k⟧MLC101⟦/k⟧: warning}", .configFixedCode),
      ("severity: {⟦k⟧MLC232⟦/k⟧: off}", .configFixedCode),
      ("ownership: {⟦k⟧descripton⟦/k⟧: catalog}", .configInvalidFieldPath),
      ("ownership: {description: ⟦k⟧both⟦/k⟧}", .configInvalidValue),
      ("⟦k⟧- a⟦/k⟧", .configIsNoMapping),
      ("serviceName: a\n---\n⟦k⟧serviceName: b⟦/k⟧", .configIsNoMapping),
      ("? ⟦k⟧[a]⟦/k⟧\n: b", .configInvalidValue),
    ])
  func refused(_ text: String, _ code: DiagnosticCode) throws {
    let (_, findings, marked) = try read(text)
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.range == (try marked.range(of: "k")))
    #expect(findings.first?.severity == .error)
  }
}
