"""What the scripts that run a connector have in common: the workflow around it, and its report."""

import os
import sys

from metadata.workflow.metadata import MetadataWorkflow

from official_client import report


def run(source):
    """Runs `metadata ingest` with the source as a person would write it into a YAML file.

    Reports what failed, what the connector warned about and how many records each step wrote,
    and ends with status 1 when anything failed.
    """
    workflow = MetadataWorkflow.create(
        {
            "source": source,
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
    )
    workflow.execute()
    workflow.stop()
    statuses = [step.get_status() for step in [workflow.source, *workflow.steps]]
    failures = [f"{each.name}: {each.error}" for status in statuses for each in status.failures]
    report(
        {
            "failures": failures,
            "warnings": [str(warning) for status in statuses for warning in status.warnings],
            "records": [len(step.get_status().records) for step in workflow.steps],
        }
    )
    sys.exit(1 if failures else 0)
