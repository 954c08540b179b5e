"""Reads YAML documents with other readers: PyYAML, and ruamel as YAML 1.1 and as YAML 1.2.

Each line of the input is a document as a JSON string; each line of the output says what every
reader makes of it.
"""

import json
import sys

import yaml
from ruamel.yaml import YAML


def ruamel(version):
    """ruamel's reader for a version of YAML, in Python."""
    loader = YAML(typ="safe", pure=True)
    loader.version = version
    return loader.load


READERS = {
    "PyYAML": yaml.safe_load,
    "ruamel 1.1": ruamel((1, 1)),
    "ruamel 1.2": ruamel((1, 2)),
}

for line in sys.stdin:
    text = json.loads(line)
    json.dump({name: read(text) for name, read in READERS.items()}, sys.stdout)
    print()
