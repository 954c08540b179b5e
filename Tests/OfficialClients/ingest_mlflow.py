"""Runs the official MLflow connector, as `metadata ingest` does, against a catalog.

Usage: ingest_mlflow.py URL SERVICE. Ends with status 1 when the connector reports a failure.
"""

import sys

import connector


def source(url, service):
    """The MLflow server as the connector's YAML file describes it."""
    return {
        "type": "mlflow",
        "serviceName": service,
        "serviceConnection": {
            "config": {"type": "Mlflow", "trackingUri": url, "registryUri": url}
        },
        "sourceConfig": {"config": {"type": "MlModelMetadata"}},
    }


if __name__ == "__main__":
    connector.run(source(*sys.argv[1:]))
