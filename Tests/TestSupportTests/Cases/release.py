"""Prints the release of the official client that this Python holds."""

import json
from importlib.metadata import version

print(json.dumps(version("openmetadata-ingestion")))
