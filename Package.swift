// swift-tools-version: 6.2
import PackageDescription

let warningsAreErrors = Context.environment["MLCATALOG_WARNINGS_AS_ERRORS"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// The C libraries of the system, one room each: a module map and a shim, nothing else.
let libraries: [Target] = [
  .systemLibrary(
    name: "CCurl", pkgConfig: "libcurl",
    providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
  .systemLibrary(
    name: "CYAML", pkgConfig: "yaml-0.1",
    providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .systemLibrary(
    name: "CMicrohttpd", pkgConfig: "libmicrohttpd",
    providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
  .systemLibrary(
    name: "CSQLite", pkgConfig: "sqlite3",
    providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
  .systemLibrary(
    name: "CPostgreSQL", pkgConfig: "libpq",
    providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
  .systemLibrary(
    name: "CCrypto", pkgConfig: "libcrypto",
    providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
]

/// A room of the house and the rooms it may look into; imports flow downwards only.
struct Room {
  let name: String
  let imports: [String]
  init(_ name: String, _ imports: [String] = []) {
    self.name = name
    self.imports = imports
  }
}

let rooms = [
  Room("Diagnostics"),
  Room("JSONDocuments"),
  Room("FullyQualifiedNames"),
  Room("Arguments", ["Diagnostics"]),
  Room("Subprocess"),
  Room("Digests", ["CCrypto"]),
  Room("GitRepositories", ["Subprocess"]),
  Room("YAMLSource", ["Diagnostics", "CYAML"]),
  Room("HTTPClient", ["CCurl", "Diagnostics"]),
  Room(
    "AzureIdentity",
    ["CCrypto", "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "Subprocess"]),
  Room(
    "AzureResourceManager",
    ["AzureIdentity", "FullyQualifiedNames", "HTTPClient", "JSONDocuments"]),
  Room("ModelManifests", ["Diagnostics", "FullyQualifiedNames", "YAMLSource"]),
  Room("OpenMetadataEntities", ["FullyQualifiedNames", "JSONDocuments"]),
  Room(
    "OpenMetadataAPI",
    ["FullyQualifiedNames", "HTTPClient", "JSONDocuments", "OpenMetadataEntities"]),
  Room("RegisteredModels"),
  Room("MLflowAPI", ["FullyQualifiedNames", "HTTPClient", "JSONDocuments"]),
  Room(
    "ModelRegistries",
    [
      "AzureIdentity", "AzureResourceManager", "Diagnostics", "FullyQualifiedNames", "HTTPClient",
      "JSONDocuments", "MLflowAPI", "RegisteredModels", "YAMLSource",
    ]),
  Room(
    "Reconciler",
    [
      "Diagnostics", "Digests", "FullyQualifiedNames", "JSONDocuments", "ModelManifests",
      "OpenMetadataEntities", "RegisteredModels",
    ]),
  Room(
    "Publishing",
    [
      "AzureIdentity", "AzureResourceManager", "Diagnostics", "Digests", "FullyQualifiedNames",
      "GitRepositories", "HTTPClient", "JSONDocuments", "MLflowAPI", "ModelManifests",
      "ModelRegistries", "OpenMetadataAPI", "OpenMetadataEntities", "Reconciler",
      "RegisteredModels",
    ]),
  Room(
    "Reporting",
    [
      "Diagnostics", "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "ModelManifests",
      "OpenMetadataEntities", "Publishing", "Reconciler", "RegisteredModels",
    ]),
  Room(
    "JSONSchemas",
    [
      "Diagnostics", "JSONDocuments", "ModelManifests", "OpenMetadataEntities", "Publishing",
      "Reconciler", "RegisteredModels", "YAMLSource",
    ]),
  Room(
    "EmbeddedCatalog",
    ["CCrypto", "CMicrohttpd", "CSQLite", "FullyQualifiedNames", "JSONDocuments"]),
  Room("PostgresSource", ["CPostgreSQL", "FullyQualifiedNames", "JSONDocuments"]),
  Room(
    "TestSupport",
    ["Diagnostics", "EmbeddedCatalog", "HTTPClient", "JSONDocuments", "Subprocess"]),
]

let programs = [
  Room(
    "mlcatalog",
    [
      "Arguments", "Diagnostics", "HTTPClient", "JSONSchemas", "ModelManifests", "Publishing",
      "Reconciler", "Reporting",
    ]),
  Room(
    "mlcatalog-playground",
    [
      "Arguments", "EmbeddedCatalog", "FullyQualifiedNames", "HTTPClient", "JSONDocuments",
      "PostgresSource",
    ]),
]

func dependencies(_ room: Room) -> [Target.Dependency] {
  room.imports.map { .byName(name: $0) }
}

/// What every test may use: goldens, marked texts, and the types that they are made of.
let support = ["Diagnostics", "JSONDocuments", "TestSupport"]

/// Folders of data beside the tests that read them.
let testData: [String: [String]] = [
  "ArgumentsTests": ["Goldens"],
  "DiagnosticsTests": ["Goldens"],
  "EmbeddedCatalogTests": ["Cases"],
  "EndToEndTests": [
    "Cases", "ContinuousIntegration/Cases", "Doctor/Goldens", "Goldens", "Offline/Goldens",
    "Registered/Goldens",
  ],
  "FullyQualifiedNamesTests": ["Cases"],
  "JSONDocumentsTests": ["Goldens"],
  "JSONSchemasTests": ["Cases"],
  "mlcatalogTests": ["Cases"],
  "ModelManifestsTests": ["Cases", "Goldens"],
  "PostgresSourceTests": ["Cases", "Goldens"],
  "PublishingTests": ["Goldens"],
  "ReconcilerTests": ["Goldens"],
  "ReportingTests": [
    "Formats/Cases", "Formats/Goldens", "Goldens", "Graph/Cases", "Graph/Goldens",
  ],
  "TestSupportTests": ["Cases", "Goldens"],
  "YAMLSourceTests": ["Cases"],
]

/// The unit tests of every room, and whole runs against real servers.
let tests =
  (rooms + programs).map { room in
    Room(room.name + "Tests", Set([room.name] + room.imports + support).sorted())
  }
  + [Room("ArchitectureTests", support), Room("EndToEndTests", rooms.map(\.name))]

let package = Package(
  name: "mlcatalog",
  products: programs.map { .executable(name: $0.name, targets: [$0.name]) },
  targets: libraries
    + rooms.map {
      .target(name: $0.name, dependencies: dependencies($0), swiftSettings: settings)
    }
    + programs.map {
      .executableTarget(name: $0.name, dependencies: dependencies($0), swiftSettings: settings)
    }
    + tests.map { room in
      .testTarget(
        name: room.name, dependencies: dependencies(room), exclude: testData[room.name] ?? [],
        swiftSettings: settings)
    }
)
