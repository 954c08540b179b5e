"""Runs the official PostgreSQL connector, as `metadata ingest` does, against a catalog.

Usage: ingest_postgres.py HOST:PORT. Ends with status 1 when the connector reports a failure.
"""

import os
import sys

from metadata.workflow.metadata import MetadataWorkflow

from official_client import report


def configuration(address):
    """What a person would write into the connector's YAML file."""
    return {
        "source": {
            "type": "postgres",
            "serviceName": "demo_pg",
            "serviceConnection": {
                "config": {
                    "type": "Postgres",
                    "username": "openmetadata_user",
                    "authType": {"password": "password"},
                    "hostPort": address,
                    "database": "postgres",
                }
            },
            "sourceConfig": {
                "config": {
                    "type": "DatabaseMetadata",
                    "includeTables": True,
                    "includeViews": True,
                    "schemaFilterPattern": {"includes": ["^public$"]},
                }
            },
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
    """Runs the workflow and reports how many records it wrote and what failed."""
    workflow = MetadataWorkflow.create(configuration(sys.argv[1]))
    workflow.execute()
    workflow.stop()
    failures = [
        f"{failure.name}: {failure.error}"
        for step in [workflow.source, *workflow.steps]
        for failure in step.get_status().failures
    ]
    report(
        {
            "failures": failures,
            "records": [len(step.get_status().records) for step in workflow.steps],
        }
    )
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
