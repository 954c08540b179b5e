"""Measures the embedded catalog against a constant answer, and a large one against a small one.

Every figure is a ratio of two measurements of the same run; absolute times on a shared machine
mean nothing. Arguments: the playground's program, the constant answer's program, the file to write
the figures to.
"""

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = int(os.environ.get("SECONDS_EACH", "3"))
ROUNDS = int(os.environ.get("ROUNDS", "3"))
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


class Catalog:
    """The playground's server, with an administrator signed in."""

    def __init__(self, program, folder):
        ready = os.path.join(folder, "ready")
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--data", os.path.join(folder, "catalog.db"),
             "--ready-file", ready], stderr=subprocess.DEVNULL)
        while not (os.path.exists(ready) and open(ready).read().strip()):
            if self.process.poll() is not None:
                raise SystemExit("the catalog does not start")
        self.url = open(ready).read().strip()
        self.connection = http.client.HTTPConnection(self.url.removeprefix("http://"))
        self.token = None
        self.token = self.call("POST", "users/login", {
            "email": "admin@open-metadata.org", "password": "YWRtaW4="})["accessToken"]

    def call(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        self.connection.request(
            method, f"/api/v1/{path}", json.dumps(body) if body else None, headers)
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 300:
            raise SystemExit(f"{method} {path}: {response.status} {text[:300]}")
        return json.loads(text)

    def raw(self, path):
        self.connection.request(
            "GET", f"/api/v1/{path}", None, {"Authorization": f"Bearer {self.token}"})
        return self.connection.getresponse().read()

    def fill(self, first, count):
        for index in range(first, count):
            self.call("PUT", "mlmodels", model(index, "first"))


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


def measure(playground, constant):
    with tempfile.TemporaryDirectory() as small_folder, tempfile.TemporaryDirectory() as folder:
        catalogs = []
        try:
            for place, count in ((small_folder, SMALL), (folder, LARGE)):
                catalogs.append(Catalog(playground, place))
                catalogs[-1].call("PUT", "services/mlmodelServices",
                                  {"name": "Models", "serviceType": "CustomMlModel"})
                catalogs[-1].fill(0, count)
            small, large = catalogs
            one, many = "mlmodels/name/Models.model_7", f"mlmodels?limit={SMALL}&fields=*"
            bodies = []
            for name, path in (("list", many), ("one", one)):
                bodies.append(os.path.join(folder, name))
                with open(bodies[-1], "wb") as file:
                    file.write(small.raw(path))
            limit = subprocess.Popen([constant, *bodies], stdout=subprocess.PIPE, text=True)
            try:
                address = f"http://127.0.0.1:{limit.stdout.readline().strip()}"
                found = medians([compare(small, address, one, many) for _ in range(ROUNDS)])
            finally:
                limit.kill()
            found["scale"] = medians([
                {"small": scale(small, SMALL), "large": scale(large, LARGE)}
                for _ in range(ROUNDS)])
            found["bytes"] = {name: os.path.getsize(path) for name, path in
                              zip(("list", "one"), bodies)}
            return found
        finally:
            for catalog in catalogs:
                catalog.process.kill()
                catalog.process.wait()


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
    """What is measured, both sides, their ratio, the goal, and whether it is met."""
    for name, title in (("alone", "GET, 16 connections"),
                        ("besideLists", "the same beside 4 list clients")):
        constant, catalog = found[name]["constant"], found[name]["catalog"]
        ratio = catalog["requestsPerSecond"] / constant["requestsPerSecond"]
        yield (f"{title}: requests/s", constant["requestsPerSecond"],
               catalog["requestsPerSecond"], ratio, ">= 0.5", ratio >= 0.5)
        ratio = catalog["p99Microseconds"] / constant["p99Microseconds"]
        yield (f"{title}: p99 in µs", constant["p99Microseconds"], catalog["p99Microseconds"],
               ratio, "<= 5", ratio <= 5)
    constant, new = found["alone"]["constant"], found["alone"]["new"]
    yield ("GET answered anew each time: requests/s", constant["requestsPerSecond"],
           new["requestsPerSecond"], new["requestsPerSecond"] / constant["requestsPerSecond"],
           "", True)
    small, large = found["scale"]["small"], found["scale"]["large"]
    for what in small:
        ratio = large[what]["meanMicroseconds"] / small[what]["meanMicroseconds"]
        yield (f"{what}, {LARGE} models against {SMALL}: µs", small[what]["meanMicroseconds"],
               large[what]["meanMicroseconds"], ratio, "<= 1.5", ratio <= 1.5)


def main():
    playground, constant, output = sys.argv[1:]
    load = os.getloadavg()[0]
    found = measure(playground, constant)
    found["loadAverageBefore"] = load
    found["cores"] = os.cpu_count()
    with open(output, "w") as file:
        json.dump(found, file, indent=2)
    print(f"{'':52}{'base':>11}{'catalog':>11}{'ratio':>8}  goal")
    for title, base, catalog, ratio, goal, is_met in rows(found):
        print(f"{title:52}{base:11.0f}{catalog:11.0f}{ratio:8.2f}  {goal} "
              f"{'' if is_met else 'MISSED'}")
    print(f"load average before: {load:.2f} on {os.cpu_count()} cores; figures: {output}")


main()
