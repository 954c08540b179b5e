/// The files that a project begins with.
public enum StarterFiles {
  /// The manifest's name.
  public static let manifestName = "ml_model.yaml"
  /// The project config's name.
  public static let configName = "mlcatalog.yaml"
  /// The name of the manifest's JSON Schema, by which editors complete it without a network.
  public static let manifestSchemaName = "ml_model.schema.json"
  /// The name of the project config's JSON Schema.
  public static let configSchemaName = "mlcatalog.schema.json"

  /// The first line of a file, by which editors find its schema beside it, without its `# `.
  static func schemaLine(_ name: String) -> String { "yaml-language-server: $schema=\(name)" }

  /// Whether a file is there and holds this text and nothing else.
  public static func isWritten(_ text: String, in path: String) -> Bool {
    let bytes = Array(text.utf8)
    return (try? FileSystem.read(path, limit: bytes.count + 1)) == bytes
  }

  /// A manifest to fill in: as it stands it is valid, and names no table.
  public static let manifest = """
    # \(schemaLine(manifestSchemaName))
    # A model as the catalog shall show it. `mlcatalog publish --check` says what would change.
    name: My Model                  # unique in its service
    description: |
      What the model is for, who uses it, and what it must not be used for. Markdown.
    algorithm: XGBoost
    # target: revenue               # what it predicts
    # owners: [jane.doe]            # users, or one team as team:NAME
    # tags: [PII.None]
    # tier: Tier.Tier3

    # The model in its registry; what this file leaves out is taken from there, also `algorithm`.
    # registry:
    #   mlflow: {model: my-model, alias: champion}

    mlFeatures:
      - name: my_feature
        dataType: numerical         # or categorical
        description: What the feature means.
        # The columns it is made of. They become the lineage from the tables to the model.
        # featureSources:
        #   - name: rating
        #     dataType: integer
        #     dataSourceFqn: demo_pg.postgres.public.restaurants

    # mlHyperParameters:
    #   - name: eta
    #     value: 0.30

    # mlStore:
    #   storage: s3://models/my-model.pkl

    """

  /// A config with which a wrong column keeps a model out of the catalog.
  public static let config = """
    # \(schemaLine(configSchemaName))
    # The settings of all manifests of this project.
    manifests:
      - ml_model.yaml               # globs work too: models/**/ml_model.yaml
    # serviceName: Forecasts        # of manifests that name none

    # A source that is no column of its table, and a type that does not fit the column, are only
    # warnings unless a project says otherwise. Here nothing with such a mistake is published.
    severity:
      MLC264: error
      MLC265: error

    # environments:
    #   prod: {host: "https://catalog.example.com", serviceName: Forecasts}

    """
}
