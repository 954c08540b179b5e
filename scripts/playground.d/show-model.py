#!/usr/bin/env python3
"""Prints models as an OpenMetadata server holds them: features, sources, lineage with columns.

Usage: show-model.py FQN… Reads OPENMETADATA_HOST and OPENMETADATA_JWT_TOKEN_FILE. It asks the
REST API and nothing else, so what it prints is what any other client of the catalog sees.
"""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request


def get(path):
    """The JSON document at a path below /api/v1."""
    host = os.environ["OPENMETADATA_HOST"].rstrip("/")
    with open(os.environ["OPENMETADATA_JWT_TOKEN_FILE"], encoding="utf-8") as file:
        token = file.read().strip()
    request = urllib.request.Request(
        f"{host}/api/v1/{path}",
        headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
    )
    without_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with without_proxy.open(request, timeout=30) as response:
        return json.load(response)


def show_model(model):
    """Prints the model's own fields, its features and their sources."""
    print(f"  {model['fullyQualifiedName']}, version {model['version']}")
    print(f"    algorithm  {model['algorithm']}")
    print(f"    target     {model.get('target')}")
    for parameter in model.get("mlHyperParameters") or []:
        print(f"    parameter  {parameter['name']} = {parameter['value']}")
    for feature in model.get("mlFeatures") or []:
        print(f"    feature    {feature['name']} ({feature['dataType']})")
        for source in feature.get("featureSources") or []:
            print(f"      source   {source['fullyQualifiedName']} ({source['dataType']})")


def show_lineage(lineage):
    """Prints each edge that ends at the model, with its columns."""
    model = lineage["entity"]["fullyQualifiedName"]
    names = {node["id"]: node["fullyQualifiedName"] for node in lineage["nodes"]}
    print("    lineage")
    for edge in sorted(lineage["upstreamEdges"], key=lambda edge: names[edge["fromEntity"]]):
        table = names[edge["fromEntity"]]
        print(f"      {table}")
        for columns in (edge.get("lineageDetails") or {}).get("columnsLineage") or []:
            feature = columns["toColumn"].removeprefix(model + ".")
            for column in columns["fromColumns"]:
                print(f"        {column.removeprefix(table + '.')} -> {feature}")


def main():
    """Asks for each model and its edges and prints them."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        for argument in sys.argv[1:]:
            name = urllib.parse.quote(argument, safe="")
            show_model(get(f"mlmodels/name/{name}"))
            show_lineage(get(f"lineage/mlmodel/name/{name}?upstreamDepth=1&downstreamDepth=0"))
    except urllib.error.HTTPError as error:
        sys.exit(f"show-model: {error.url} answered {error.code}: {error.read(500).decode()}")


if __name__ == "__main__":
    main()
