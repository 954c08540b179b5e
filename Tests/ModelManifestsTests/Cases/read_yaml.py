"""Reads YAML documents with the readers that are installed: PyYAML, and ruamel as 1.1 and 1.2.

Each line of the input is a document as a JSON string; each line of the output says what every
reader makes of it.
"""

import json
import sys

readers = {}
try:
    import yaml

    readers["pyyaml"] = yaml.safe_load
except ImportError:
    pass
try:
    from ruamel.yaml import YAML

    def reader(version):
        """ruamel's reader for a version of YAML, in Python."""
        loader = YAML(typ="safe", pure=True)
        loader.version = version
        return loader.load

    readers["ruamel 1.1"] = reader((1, 1))
    readers["ruamel 1.2"] = reader((1, 2))
except ImportError:
    pass

for line in sys.stdin:
    text = json.loads(line)
    json.dump({name: read(text) for name, read in readers.items()}, sys.stdout)
    print()
