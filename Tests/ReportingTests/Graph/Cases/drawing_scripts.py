"""Says where the scripts of Mermaid and of Graphviz lie that the package diagram-renderer brings."""

import importlib.util
import json
import pathlib
import sys

folder = pathlib.Path(importlib.util.find_spec("diagram_renderer").submodule_search_locations[0])
for line in sys.stdin:
    path = folder / "renderers/static/js" / json.loads(line)
    print(json.dumps(path.as_uri() if path.is_file() else None))
