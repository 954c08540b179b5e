/// `databaseService`: where databases come from.
struct DatabaseServiceKind: EntityKind {
  let type = "databaseService"
  let collection = "services/databaseServices"

  let fields: [EntityField] =
    EntityField.base + ServiceFields.shared + [
      EntityField(
        "serviceType",
        .words(
          "BigQuery", "BigTable", "Mysql", "Redshift", "Snowflake", "Postgres", "Mssql", "Oracle",
          "Athena", "Hive", "Impala", "Presto", "Trino", "Vertica", "Glue", "MariaDB", "Druid",
          "Db2", "Clickhouse", "Databricks", "AzureSQL", "DynamoDB", "SingleStore", "SQLite",
          "DeltaLake", "Salesforce", "PinotDB", "Datalake", "DomoDatabase", "QueryLog",
          "CustomDatabase", "Dbt", "SapHana", "MongoDB", "Couchbase", "Greenplum", "Doris",
          "UnityCatalog", "SAS", "Iceberg", "Teradata", "SapErp", "Synapse"),
        request: .same, required: true)
    ]
}
