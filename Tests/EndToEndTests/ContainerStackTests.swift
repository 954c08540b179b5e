import Foundation
import JSONDocuments
import TestSupport
import Testing

/// No container is started here: the files are judged by the tools that read them.
@Suite(
  "The container stack",
  .enabled(
    if: PythonEnvironment.tools != nil, "no tools for the files in docker: run `make setup`"),
  .timeLimit(.minutes(5)))
struct ContainerStackTests {
  @Test("follows the schema of Compose files")
  func schema() async throws {
    let run = try await ContainerStack.tool(
      "check-jsonschema",
      ["--builtin-schema", "vendor.compose-spec", ContainerStack.composeFile.path])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("builds its image by a file that a linter finds nothing to say about")
  func dockerfile() async throws {
    let run = try await ContainerStack.tool("hadolint", [ContainerStack.dockerfile.path])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("starts the server after its database is migrated, and the ingestion after the server")
  func order() async throws {
    let services = try #require(try await ContainerStack.resolved()["services"]?.object)
    func condition(_ service: String, _ needed: String) -> String? {
      services[service]?["depends_on"]?[needed]?["condition"]?.string
    }
    #expect(condition("migration", "postgresql") == "service_healthy")
    #expect(condition("migration", "elasticsearch") == "service_healthy")
    #expect(condition("openmetadata-server", "migration") == "service_completed_successfully")
    #expect(condition("ingestion", "openmetadata-server") == "service_healthy")
    #expect(condition("mlcatalog", "openmetadata-server") == "service_healthy")
  }

  @Test("gives every server that stays a health check, so that `up --wait` waits for it")
  func healthChecks() async throws {
    let services = try #require(try await ContainerStack.resolved()["services"]?.object)
    let ends: Set = ["migration", "mlcatalog"]
    for member in services.members where !ends.contains(member.key) {
      #expect(
        member.value["healthcheck"]?["test"]?.array?.isEmpty == false, "\(member.key)")
    }
    #expect(
      services["mlcatalog"]?["profiles"]?.array == ["publisher"],
      "`up` must not start the publisher, which ends at once")
  }

  @Test("opens its ports to this machine alone")
  func ports() async throws {
    let services = try #require(try await ContainerStack.resolved()["services"]?.object)
    let ports = services.members.flatMap { $0.value["ports"]?.array ?? [] }
    #expect(ports.count == 3)
    for port in ports { #expect(port["host_ip"] == "127.0.0.1", "\(port.text())") }
  }

  @Test("names the version of every image, the same for all of OpenMetadata's")
  func images() async throws {
    #expect(
      try await images(ContainerStack.resolved()) == [
        "elasticsearch": "docker.elastic.co/elasticsearch/elasticsearch:8.10.2",
        "ingestion": "docker.getcollate.io/openmetadata/ingestion:1.5.10",
        "migration": "docker.getcollate.io/openmetadata/server:1.5.10",
        "mlcatalog": "mlcatalog:local",
        "openmetadata-server": "docker.getcollate.io/openmetadata/server:1.5.10",
        "postgresql": "docker.getcollate.io/openmetadata/postgresql:1.5.10",
        "sample-postgresql": "postgres:15.18",
      ])
  }

  @Test("takes versions and ports from variables")
  func variables() async throws {
    let stack = try await ContainerStack.resolved([
      "OPENMETADATA_VERSION": "1.9.7", "ELASTICSEARCH_VERSION": "8.11.4",
      "MLCATALOG_PLAYGROUND_PORT": "9585",
    ])
    let images = images(stack)
    for service in ["openmetadata-server", "migration", "ingestion", "postgresql"] {
      #expect(images[service]?.hasSuffix(":1.9.7") == true, "\(service)")
    }
    #expect(images["elasticsearch"]?.hasSuffix(":8.11.4") == true)
    let server = stack["services"]?["openmetadata-server"]
    #expect(server?["ports"]?.array?.first?["published"] == "9585")
  }

  @Test("documents in .env.example every variable that it takes, with the default it has")
  func example() throws {
    let compose = try String(contentsOf: ContainerStack.composeFile, encoding: .utf8)
    let example = try String(
      contentsOf: ContainerStack.composeFile.deletingLastPathComponent()
        .appending(path: ".env.example"), encoding: .utf8)
    let taken = Set(
      compose.matches(of: /\$\{([A-Z_]+):-([^}]*)\}/).map { "\($0.1)=\($0.2)" })
    let documented = Set(
      example.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
    #expect(taken == documented)
  }

  @Test("gives the image a user that is not root, and every library that the program is linked to")
  func image() async throws {
    let text = try String(contentsOf: ContainerStack.dockerfile, encoding: .utf8)
    let run = try #require(text.split(separator: "\nFROM ").last).description
    #expect(run.contains("\nUSER 65532:65532\n"))
    #expect(run.contains(" ca-certificates "))

    let section = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"),
      ["readelf", "--dynamic", "--wide", PublisherProcess.executable.path])
    let linked = section.output.matches(of: /\(NEEDED\).*\[(.*)\]/).map { String($0.1) }
    // Of Swift's own, which the image's program holds within, and of the C library it says nothing.
    let packages = [
      "libcrypto.so.3": "libssl3", "libcurl.so.4": "libcurl4", "libstdc++.so.6": "libstdc++6",
      "libyaml-0.so.2": "libyaml-0-2",
    ]
    let silent = /^(libswift|libFoundation|libc\.|libm\.|libgcc_s\.|ld-linux)/
    for library in linked where library.firstMatch(of: silent) == nil {
      let package = try #require(packages[library], "no package is known for \(library)")
      #expect(run.contains(" \(package) "), "\(package) brings \(library)")
    }
    #expect(run.contains(" git "), "`--against` reads a repository")
  }

  @Test("builds the image with the headers of all that the program is linked to")
  func headers() throws {
    let text = try String(contentsOf: ContainerStack.dockerfile, encoding: .utf8)
    let build = try #require(text.split(separator: "\nFROM ").dropFirst().first).description
    for package in ["libcurl4-openssl-dev", "libssl-dev", "libyaml-dev"] {
      #expect(build.contains(" \(package) "))
    }
  }

  private func images(_ stack: JSON) -> [String: String] {
    var images: [String: String] = [:]
    for member in stack["services"]?.object?.members ?? [] {
      images[member.key] = member.value["image"]?.string
    }
    return images
  }
}
