"""Many models made by numbers, and the tables that they are trained from.

Each has 5 features of 3 sources each, out of 500 tables, as a file of its own.
"""

import os
import random

SERVICE = "Fleet"
TABLES = 500
FEATURES, SOURCES = 5, 3
COLUMNS = [("id", "INT"), ("amount", "DECIMAL"), ("count", "INT"), ("created_at", "TIMESTAMP"),
           ("kind", "TEXT"), ("is_active", "BOOLEAN")]
SOURCE_TYPES = {"INT": "integer", "DECIMAL": "number", "TIMESTAMP": "timestamp", "TEXT": "string",
                "BOOLEAN": "boolean"}
SCHEMA = ("fleet_pg", "warehouse", "public")


def model_name(index):
    return f"model_{index:05}"


def sources(index):
    """For each feature of a model its tables with their columns, always the same."""
    chosen = random.Random(index)
    places = [(table, column) for table in chosen.sample(range(TABLES), FEATURES * SOURCES)
              for column in [chosen.choice(COLUMNS)]]
    return [places[start:start + SOURCES] for start in range(0, len(places), SOURCES)]


def table_name(number):
    return ".".join(SCHEMA) + f".table_{number:03}"


def manifest(index, algorithm="XGBoost"):
    """The text of a manifest."""
    lines = [
        f"serviceName: {SERVICE}", f"name: {model_name(index)}",
        f"description: Foretells the number {index} of this fleet from orders and visits.",
        f"algorithm: {algorithm}", "target: outcome", "mlFeatures:"]
    for number, places in enumerate(sources(index)):
        lines += [f"  - name: feature_{number}", "    dataType: numerical",
                  f"    description: The feature {number} of model {index}.",
                  "    featureSources:"]
        for table, (column, kind) in places:
            lines += [f"      - name: {column}", f"        dataType: {SOURCE_TYPES[kind]}",
                      f"        dataSourceFqn: {table_name(table)}"]
    lines += ["mlHyperParameters:", "  - name: depth", f"    value: {index % 12 + 1}",
              "mlStore:", f"  storage: s3://models.example.com/{model_name(index)}",
              f"  imageRepository: https://registry.example.com/{model_name(index)}"]
    return "\n".join(lines) + "\n"


def write_manifests(folder, count, algorithm="XGBoost"):
    """A file for each model, at most 100 of them in a folder."""
    for index in range(count):
        path = os.path.join(folder, "models", f"{index // 100:03}")
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, f"ml_model_{index:05}.yaml"), "w") as file:
            file.write(manifest(index, algorithm))
    with open(os.path.join(folder, "mlcatalog.yaml"), "w") as file:
        file.write("manifests: [models/**/ml_model_*.yaml]\n")


def add_tables(catalog):
    schema = catalog.add_schema(*SCHEMA)
    for number in range(TABLES):
        catalog.add_table(schema, f"table_{number:03}", COLUMNS)
