"""Publishes every manifest of a folder by the official client, one after the other.

Argument: the folder. The calls are those of Tests/OfficialClients/publish_model.py, in one process:
the client's best case. Prints the seconds that publishing took, without starting up.
"""

import glob
import os
import sys
import time

import yaml

from official_client import connect
from publish_model import publish


def main():
    """Publishes the models."""
    client = connect()
    paths = sorted(glob.glob(os.path.join(sys.argv[1], "models", "*", "*.yaml")))
    began = time.perf_counter()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            manifest = yaml.safe_load(file)
        publish(client, manifest)
    print(time.perf_counter() - began)


main()
