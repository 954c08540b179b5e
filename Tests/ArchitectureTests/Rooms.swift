/// Which room may look into which, in the order in which data flows; Package.swift says the same.
enum Rooms {
  static let imports: [String: Set<String>] = [
    "Diagnostics": [],
    "JSONDocuments": [],
    "FullyQualifiedNames": [],
    "Arguments": ["Diagnostics"],
    "YAMLSource": ["CYAML", "Diagnostics"],
    "HTTPClient": ["CCurl"],
    "ModelManifests": ["Diagnostics", "FullyQualifiedNames", "YAMLSource"],
    "OpenMetadataEntities": ["FullyQualifiedNames", "JSONDocuments"],
    "OpenMetadataAPI": [
      "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "OpenMetadataEntities",
    ],
    "RegisteredModels": [],
    "MLflowAPI": ["FullyQualifiedNames", "HTTPClient", "JSONDocuments"],
    "ModelRegistries": ["RegisteredModels"],
    "Reconciler": [
      "Diagnostics", "FullyQualifiedNames", "JSONDocuments", "ModelManifests",
      "OpenMetadataEntities", "RegisteredModels",
    ],
    "Publishing": [
      "Diagnostics", "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "ModelManifests",
      "OpenMetadataAPI", "OpenMetadataEntities", "Reconciler",
    ],
    "Reporting": [
      "Diagnostics", "JSONDocuments", "ModelManifests", "OpenMetadataEntities", "Publishing",
      "Reconciler",
    ],
    "EmbeddedCatalog": [
      "CCrypto", "CMicrohttpd", "CSQLite", "FullyQualifiedNames", "JSONDocuments",
    ],
    "PostgresSource": ["CPostgreSQL", "FullyQualifiedNames", "JSONDocuments"],
    "TestSupport": [
      "Diagnostics", "EmbeddedCatalog", "HTTPClient", "JSONDocuments",
      "Testing",
    ],
    "mlcatalog": [
      "Arguments", "Diagnostics", "HTTPClient", "ModelManifests", "Publishing", "Reconciler",
      "Reporting",
    ],
    "mlcatalog-playground": [
      "Arguments", "EmbeddedCatalog", "FullyQualifiedNames", "HTTPClient", "JSONDocuments",
      "PostgresSource",
    ],
  ]

  /// The C library that each room alone may call.
  static let libraries = [
    "CCrypto": "EmbeddedCatalog", "CCurl": "HTTPClient", "CMicrohttpd": "EmbeddedCatalog",
    "CPostgreSQL": "PostgresSource", "CSQLite": "EmbeddedCatalog", "CYAML": "YAMLSource",
  ]

  /// What belongs to Swift and the system.
  static let system: Set<String> = [
    "Darwin", "Dispatch", "FoundationEssentials", "Glibc", "Musl", "Synchronization",
  ]

  /// The rooms beside the publisher, which may take all of Foundation: it costs start-up time.
  static let mayUseFoundation: Set<String> = [
    "EmbeddedCatalog", "PostgresSource", "TestSupport", "mlcatalog-playground",
  ]
}
