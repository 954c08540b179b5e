"""Builds and splits names with the official client.

Reads a JSON object a line: {"parts": [...]} to build a name of, {"text": "..."} to split.
Answers with the name or its unquoted parts, or null where the client refuses.
"""

import json
import sys

from metadata.utils import fqn


def answer(question):
    if "parts" in question:
        try:
            return fqn._build(*question["parts"])
        except ValueError:
            return None
    try:
        return [fqn.unquote_name(part) for part in fqn.split(question["text"])]
    except Exception:  # the parser of the client raises several kinds
        return None


sys.stdout.reconfigure(encoding="utf-8")
sys.stdin.reconfigure(encoding="utf-8")
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
