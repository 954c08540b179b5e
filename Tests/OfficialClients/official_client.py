"""The official Python client (openmetadata-ingestion), connected and watched.

The client writes many failures to its log and goes on as if nothing had happened, so a script
that merely ends well proves little. `watched()` turns every warning and error that the client
logs into a failure of the script.
"""

import contextlib
import json
import logging
import os
import sys

from metadata.generated.schema.entity.services.connections.metadata.openMetadataConnection import (
    AuthProvider,
    OpenMetadataConnection,
)
from metadata.generated.schema.security.client.openMetadataJWTClientConfig import (
    OpenMetadataJWTClientConfig,
)
from metadata.ingestion.ometa.ometa_api import OpenMetadata


class Complaints(logging.Handler):
    """Collects what the client logs at warning level or above."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextlib.contextmanager
def watched():
    """Runs a block; ends the process with status 1 if the client complained during it."""
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        if name.startswith("metadata") and not logger.propagate:
            logger.addHandler(complaints)
    yield
    if complaints.messages:
        sys.exit("the client complained:\n" + "\n".join(complaints.messages))


def connect():
    """A client for OPENMETADATA_HOST with the token in OPENMETADATA_JWT_TOKEN."""
    client = OpenMetadata(
        OpenMetadataConnection(
            hostPort=os.environ["OPENMETADATA_HOST"].rstrip("/") + "/api",
            authProvider=AuthProvider.openmetadata,
            securityConfig=OpenMetadataJWTClientConfig(
                jwtToken=os.environ["OPENMETADATA_JWT_TOKEN"]
            ),
        )
    )
    assert client.health_check(), "the server does not answer the client's health check"
    return client


def report(value):
    """Prints a script's result, one JSON document, for the test that started it."""
    json.dump(value, sys.stdout, indent=2, sort_keys=True)
    print()
