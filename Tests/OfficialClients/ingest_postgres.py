"""Runs the official PostgreSQL connector, as `metadata ingest` does, against a catalog.

Usage: ingest_postgres.py URL [SERVICE]. The URL is postgresql://USER:PASSWORD@HOST:PORT/DATABASE,
the service is called demo_pg unless it is given. Ends with status 1 when the connector reports a
failure.
"""

import os
import sys
from urllib.parse import unquote, urlsplit

from metadata.workflow.metadata import MetadataWorkflow

from official_client import report


def configuration(url, service):
    """What a person would write into the connector's YAML file."""
    parts = urlsplit(url)
    return {
        "source": {
            "type": "postgres",
            "serviceName": service,
            "serviceConnection": {
                "config": {
                    "type": "Postgres",
                    "username": unquote(parts.username),
                    "authType": {"password": unquote(parts.password)},
                    "hostPort": f"{parts.hostname}:{parts.port}",
                    "database": unquote(parts.path[1:]),
                }
            },
            "sourceConfig": {
                "config": {
                    "type": "DatabaseMetadata",
                    "includeTables": True,
                    "includeViews": True,
                    "schemaFilterPattern": {"excludes": ["^information_schema$"]},
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
    service = sys.argv[2] if len(sys.argv) > 2 else "demo_pg"
    workflow = MetadataWorkflow.create(configuration(sys.argv[1], service))
    workflow.execute()
    workflow.stop()
    steps = [workflow.source, *workflow.steps]
    failures = [
        f"{failure.name}: {failure.error}"
        for step in steps
        for failure in step.get_status().failures
    ]
    report(
        {
            "failures": failures,
            "warnings": [str(warning) for step in steps for warning in step.get_status().warnings],
            "records": [len(step.get_status().records) for step in workflow.steps],
        }
    )
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
