"""Runs the official MLflow connector, as `metadata ingest` does, against a catalog.

Usage: ingest_mlflow.py URL SERVICE. Prints the failures and warnings that the connector reports;
ends with status 1 when there are failures.
"""

import os
import sys

from metadata.workflow.metadata import MetadataWorkflow

from official_client import report


def configuration(url, service):
    """What a person would write into the connector's YAML file."""
    return {
        "source": {
            "type": "mlflow",
            "serviceName": service,
            "serviceConnection": {
                "config": {"type": "Mlflow", "trackingUri": url, "registryUri": url}
            },
            "sourceConfig": {"config": {"type": "MlModelMetadata"}},
        },
        "sink": {"type": "metadata-rest", "config": {}},
        "workflowConfig": {
            "loggerLevel": "WARN",
            "openMetadataServerConfig": {
                "hostPort": os.environ["OPENMETADATA_HOST"].rstrip("/") + "/api",
                "authProvider": "openmetadata",
                "securityConfig": {"jwtToken": os.environ["OPENMETADATA_JWT_TOKEN"]},
            },
        },
    }


def main():
    """Runs the workflow and reports what it complained about."""
    workflow = MetadataWorkflow.create(configuration(*sys.argv[1:]))
    workflow.execute()
    workflow.stop()
    statuses = [step.get_status() for step in [workflow.source, *workflow.steps]]
    failures = [f"{each.name}: {each.error}" for status in statuses for each in status.failures]
    warnings = [warning for status in statuses for warning in status.warnings]
    report({"failures": failures, "warnings": warnings})
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
