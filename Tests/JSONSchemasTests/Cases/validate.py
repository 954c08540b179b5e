"""Validates YAML documents: a line {"schema": name, "text": YAML} is answered by a list of messages
for each document, or null for a text that a reader of YAML 1.2 does not take."""

import json
import pathlib
import sys

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

folder = pathlib.Path(__file__).resolve().parents[3] / "schema"
validators = {}
for file in folder.glob("*.schema.json"):
    schema = json.loads(file.read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    validators[file.name.split(".")[0]] = jsonschema.Draft7Validator(schema)


def plain(value):
    """As JSON: keys are texts, and dates, which editors do not know, are too."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def documents(text):
    try:
        return [plain(document) for document in YAML(typ="safe", pure=True).load_all(text)]
    except (YAMLError, ValueError, TypeError, RecursionError, AttributeError, KeyError):
        return None


for line in sys.stdin:
    case = json.loads(line)
    found = documents(case["text"])
    if found is None:
        print("null")
        continue
    validator = validators[case["schema"]]
    print(json.dumps([
        [error.json_path + ": " + error.message[:200] for error in validator.iter_errors(document)]
        for document in found if document is not None
    ]))
