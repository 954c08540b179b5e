"""Judges bills of materials: null for one that follows CycloneDX 1.6, else what is wrong."""

import json
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

validator = JsonStrictValidator(SchemaVersion.V1_6)
for line in sys.stdin:
    trouble = validator.validate_str(json.loads(line))
    print(json.dumps(None if trouble is None else str(trouble)[:2000]))
