/// Which room may look into which, in the order in which data flows; Package.swift says the same.
enum Rooms {
  static let imports: [String: Set<String>] = [
    "Diagnostics": [],
    "JSONDocuments": [],
    "FullyQualifiedNames": [],
    "Arguments": ["Diagnostics"],
    "Subprocess": [],
    "Digests": ["CCrypto"],
    "GitRepositories": ["Subprocess"],
    "YAMLSource": ["CYAML", "Diagnostics"],
    "HTTPClient": ["CCurl", "Diagnostics"],
    "AzureIdentity": [
      "CCrypto", "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "Subprocess",
    ],
    "AzureResourceManager": [
      "AzureIdentity", "FullyQualifiedNames", "HTTPClient", "JSONDocuments",
    ],
    "ModelManifests": ["Diagnostics", "FullyQualifiedNames", "YAMLSource"],
    "OpenMetadataEntities": ["FullyQualifiedNames", "JSONDocuments"],
    "OpenMetadataAPI": [
      "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "OpenMetadataEntities",
    ],
    "RegisteredModels": [],
    "MLflowAPI": ["FullyQualifiedNames", "HTTPClient", "JSONDocuments"],
    "ModelRegistries": [
      "AzureIdentity", "AzureResourceManager", "Diagnostics", "FullyQualifiedNames", "HTTPClient",
      "JSONDocuments", "MLflowAPI", "RegisteredModels", "YAMLSource",
    ],
    "Reconciler": [
      "Diagnostics", "Digests", "FullyQualifiedNames", "JSONDocuments", "ModelManifests",
      "OpenMetadataEntities", "RegisteredModels",
    ],
    "Publishing": [
      "AzureIdentity", "AzureResourceManager", "Diagnostics", "Digests", "FullyQualifiedNames",
      "GitRepositories", "HTTPClient", "JSONDocuments", "MLflowAPI", "ModelManifests",
      "ModelRegistries", "OpenMetadataAPI", "OpenMetadataEntities", "Reconciler",
      "RegisteredModels",
    ],
    "Reporting": [
      "Diagnostics", "FullyQualifiedNames", "HTTPClient", "JSONDocuments", "ModelManifests",
      "OpenMetadataEntities", "Publishing", "Reconciler", "RegisteredModels",
    ],
    "JSONSchemas": [
      "Diagnostics", "JSONDocuments", "ModelManifests", "OpenMetadataEntities", "Publishing",
      "Reconciler", "RegisteredModels", "YAMLSource",
    ],
    "EmbeddedCatalog": [
      "CCrypto", "CMicrohttpd", "CSQLite", "FullyQualifiedNames", "JSONDocuments",
    ],
    "PostgresSource": ["CPostgreSQL", "FullyQualifiedNames", "JSONDocuments"],
    "TestSupport": [
      "Diagnostics", "EmbeddedCatalog", "HTTPClient", "JSONDocuments", "Subprocess", "Testing",
    ],
    "mlcatalog": [
      "Arguments", "Diagnostics", "HTTPClient", "JSONSchemas", "ModelManifests", "Publishing",
      "Reconciler", "Reporting",
    ],
    "mlcatalog-playground": [
      "Arguments", "EmbeddedCatalog", "FullyQualifiedNames", "HTTPClient", "JSONDocuments",
      "PostgresSource",
    ],
  ]

  /// The rooms that alone may call a C library: one each, except that certificates sign what goes
  /// to Azure, the embedded catalog, which shares nothing with the publisher, signs its tokens, and
  /// digests are for those who sign nothing.
  static let libraries: [String: Set<String>] = [
    "CCrypto": ["AzureIdentity", "Digests", "EmbeddedCatalog"], "CCurl": ["HTTPClient"],
    "CMicrohttpd": ["EmbeddedCatalog"], "CPostgreSQL": ["PostgresSource"],
    "CSQLite": ["EmbeddedCatalog"], "CYAML": ["YAMLSource"],
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
