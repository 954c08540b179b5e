"""The embedded catalog: against a constant answer, and a large one against a small one."""

import json
import os
import statistics
import subprocess
import tempfile
import urllib.parse

from .catalog import Catalog
from .turns import ROUNDS, Row, at_most

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECONDS = int(os.environ.get("SECONDS_EACH", "3"))
SMALL, LARGE = 100, 10_000
# A parameter that the catalog does not know, different each time, so that it has to answer anew.
NEW = "number=%n"


def model(index, description):
    """A create request of 6 KB."""
    features = [
        {"name": f"feature_{number}", "dataType": "numerical", "description": "x" * 150}
        for number in range(25)
    ]
    return {
        "name": f"model_{index}", "service": "Models", "algorithm": "XGBoost",
        "description": description, "mlFeatures": features,
    }


def fill(catalog, first, count):
    """Models from a number on."""
    for index in range(first, count):
        catalog.call("PUT", "mlmodels", model(index, "first"))


def wrk(url, token, connections, method, target, models=0, body="", seconds=SECONDS):
    """Starts wrk; `figures` waits for it."""
    return subprocess.Popen(
        ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "-s",
         os.path.join(HERE, "requests.lua"), url, "--", method, target, str(models)],
        env={**os.environ, "TOKEN": token, "BODY": body}, stdout=subprocess.PIPE, text=True)


def figures(process):
    output = process.communicate()[0]
    found = json.loads(output.strip().splitlines()[-1])
    if found["failures"]:
        raise SystemExit(f"{found['failures']} requests failed: {process.args}")
    return found


def under_load(url, token, one, many):
    """GET of one entity on 16 connections beside 4 that list all the time."""
    lists = wrk(url, token, 4, "GET", many, seconds=SECONDS + 2)
    found = figures(wrk(url, token, 16, "GET", one))
    found["listsPerSecond"] = figures(lists)["requestsPerSecond"]
    return found


def scale(catalog, count):
    """One connection, another model each time, out of so many."""
    body = json.dumps(model("INDEX", "change COUNT"))
    name = urllib.parse.quote("Models.model_%d", safe="%")
    requests = {
        "GET": ("GET", f"/api/v1/mlmodels/name/{name}?{NEW}"),
        "PUT": ("PUT", "/api/v1/mlmodels"),
        "list page": ("GET", f"/api/v1/mlmodels?limit=50&{NEW}"),
    }
    return {
        what: figures(wrk(catalog.url, catalog.token, 1, method, target, count, body))
        for what, (method, target) in requests.items()
    }


def measure(programs):
    with (Catalog(programs.playground) as small, Catalog(programs.playground) as large,
          tempfile.TemporaryDirectory() as folder):
        for catalog, count in ((small, SMALL), (large, LARGE)):
            catalog.call("PUT", "services/mlmodelServices",
                         {"name": "Models", "serviceType": "CustomMlModel"})
            fill(catalog, 0, count)
        one, many = "mlmodels/name/Models.model_7", f"mlmodels?limit={SMALL}&fields=*"
        bodies = []
        for name, path in (("list", many), ("one", one)):
            bodies.append(os.path.join(folder, name))
            with open(bodies[-1], "wb") as file:
                file.write(small.raw(path))
        limit = subprocess.Popen(
            [programs.constant_answer, *bodies], stdout=subprocess.PIPE, text=True)
        try:
            address = f"http://127.0.0.1:{limit.stdout.readline().strip()}"
            found = medians([compare(small, address, one, many) for _ in range(ROUNDS)])
        finally:
            limit.kill()
            limit.wait()
        found["scale"] = medians([
            {"small": scale(small, SMALL), "large": scale(large, LARGE)} for _ in range(ROUNDS)])
        found["bytes"] = {name: os.path.getsize(path) for name, path in
                          zip(("list", "one"), bodies)}
        return found


def medians(rounds):
    """The rounds' figures, each replaced by the median of all rounds."""
    if isinstance(rounds[0], dict):
        return {key: medians([figures[key] for figures in rounds]) for key in rounds[0]}
    return statistics.median(rounds)


def compare(catalog, address, one, many):
    """One round: both sides by turns, so that whatever else the machine does meets both."""
    one, many = f"/api/v1/{one}", f"/api/v1/{many}"
    return {
        "alone": {
            "constant": figures(wrk(address, "", 16, "GET", "/one")),
            "catalog": figures(wrk(catalog.url, catalog.token, 16, "GET", one)),
            "new": figures(wrk(catalog.url, catalog.token, 16, "GET", f"{one}?{NEW}")),
        },
        "besideLists": {
            "constant": under_load(address, "", "/one", "/list"),
            "catalog": under_load(catalog.url, catalog.token, one, f"{many}&{NEW}"),
        },
    }


def rows(found):
    for name, title in (("alone", "GET, 16 connections"),
                        ("besideLists", "the same beside 4 list clients")):
        constant, catalog = found[name]["constant"], found[name]["catalog"]
        ratio = catalog["requestsPerSecond"] / constant["requestsPerSecond"]
        yield Row(f"embedded catalog: {title}", constant["requestsPerSecond"],
                  catalog["requestsPerSecond"], "requests/s", ratio, ">= 0.5", ratio >= 0.5)
        yield at_most(f"embedded catalog: {title}: p99", constant["p99Microseconds"],
                      catalog["p99Microseconds"], "µs", 5)
    constant, new = found["alone"]["constant"], found["alone"]["new"]
    yield Row("embedded catalog: GET answered anew each time", constant["requestsPerSecond"],
              new["requestsPerSecond"], "requests/s",
              new["requestsPerSecond"] / constant["requestsPerSecond"], "")
    small, large = found["scale"]["small"], found["scale"]["large"]
    for what in small:
        yield at_most(f"embedded catalog: {what}, {LARGE:,} models against {SMALL}",
                      small[what]["meanMicroseconds"], large[what]["meanMicroseconds"], "µs", 1.5)
