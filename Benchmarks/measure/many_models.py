"""Many models in one run: against the same requests sent by libcurl, and against the client."""

import os
import tempfile

from . import catalog, fleet, processes, replay
from .turns import Row, at_least, at_most, by_turns

SIZES = [int(size) for size in os.environ.get("FLEET", "1000 10000").split()]
# The client needs long for each; its time for one model is what is compared.
CLIENT_MODELS = int(os.environ.get("CLIENT_MODELS", "100"))
LATENCY = 5
CONCURRENCY = 16


class Fleet:
    """So many models as files, and how they are published to a server."""

    def __init__(self, programs, size, folder):
        self.programs, self.size = programs, size
        self.folder = os.path.join(folder, str(size))
        fleet.write_manifests(self.folder, size)
        self.environment = {}

    def use(self, server, token):
        self.environment = {"OPENMETADATA_HOST": server.url, "OPENMETADATA_JWT_TOKEN": token}
        return self

    def publish(self, *options, keeps_output=False, expected=(0,)):
        return processes.run(
            [self.programs.publisher, "publish", "--concurrency", str(CONCURRENCY), "-q", *options]
            if "-vv" not in options else
            [self.programs.publisher, "publish", "--concurrency", str(CONCURRENCY), *options],
            self.environment, self.folder, keeps_output, expected)

    def check(self):
        return self.publish("--check", "--detailed-exitcode")


def measure(programs):
    found = {"sizes": SIZES, "clientModels": CLIENT_MODELS, "concurrency": CONCURRENCY,
             "latencyMilliseconds": LATENCY}
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "catalog.db")
        fleets = [Fleet(programs, size, folder) for size in SIZES]
        with catalog.Catalog(programs.playground, data=data) as server:
            fleet.add_tables(server)
            token = server.make_bot()
            first = fleets[0].use(server, token).publish()
            found["firstPublish"] = {"publisher": {
                "models": SIZES[0], "wallMilliseconds": first.wall * 1000,
                "cpuMilliseconds": first.cpu * 1000, "memoryKiB": first.memory}}
            for each in fleets[1:]:
                each.use(server, token).publish()
            expected = states(server, CLIENT_MODELS)
            found["check"] = checks(fleets, server, token, folder)
        with catalog.Catalog(programs.playground, data=data, latency=LATENCY) as server:
            found["checkWithLatency"] = checks(fleets, server, token, folder)
    if programs.client_python:
        found["firstPublish"]["client"] = client(programs, expected)
    return found


def checks(fleets, server, token, folder):
    found = {}
    for each in fleets:
        each.use(server, token)
        requests = replay.Requests.recorded(each.publish, folder)
        found[str(each.size)] = {"requests": requests.count, **by_turns({
            "libcurl": lambda: requests.send(each.programs, CONCURRENCY),
            "publisher": each.check}, 3)}
    return found


def client(programs, expected):
    """The client's calls for some models, one after the other in one process."""
    with tempfile.TemporaryDirectory() as folder, catalog.Catalog(programs.playground) as server:
        fleet.add_tables(server)
        fleet.write_manifests(folder, CLIENT_MODELS)
        script = os.path.join(programs.root, "Benchmarks/publish_with_client.py")
        cost = processes.run(
            [programs.client_python, script, folder],
            {"OPENMETADATA_HOST": server.url, "OPENMETADATA_JWT_TOKEN": server.make_bot(),
             "PYTHONPATH": os.path.join(programs.root, "Tests/OfficialClients")},
            folder, keeps_output=True)
        if states(server, CLIENT_MODELS) != expected:
            raise SystemExit("the client and the publisher did not do the same work")
        # The script prints the time that it took without starting up, which is its best case.
        seconds = float(cost.output.strip().splitlines()[-1])
        return {"models": CLIENT_MODELS, "wallMilliseconds": seconds * 1000,
                "cpuMilliseconds": cost.cpu * 1000, "memoryKiB": cost.memory}


def states(server, count):
    """For some models features with their sources, and the tables that lead to them."""
    found = {}
    for index in range(0, count, max(1, count // 20)):
        name = f"{fleet.SERVICE}.{fleet.model_name(index)}"
        model = server.call("GET", f"mlmodels/name/{name}")
        lineage = server.call(
            "GET", f"lineage/mlmodel/name/{name}?upstreamDepth=1&downstreamDepth=0")
        names = {node["id"]: node["fullyQualifiedName"] for node in lineage["nodes"]}
        found[name] = (
            model["algorithm"],
            [(feature["name"], sorted(
                (source["name"], source["dataSource"]["fullyQualifiedName"])
                for source in feature["featureSources"])) for feature in model["mlFeatures"]],
            sorted(names[edge["fromEntity"]] for edge in lineage["upstreamEdges"]))
    return found


def rows(found):
    for key, limit, title in (("check", 3, "no latency"),
                              ("checkWithLatency", 1.15, f"{LATENCY} ms latency")):
        for size, sides in found[key].items():
            yield at_most(f"--check of {int(size):,} models, {title}: wall",
                          sides["libcurl"]["wallMilliseconds"],
                          sides["publisher"]["wallMilliseconds"], "ms", limit,
                          f"{sides['requests']:,} requests")
    if len(SIZES) > 1:
        small, large = str(SIZES[0]), str(SIZES[-1])
        few, many = (found["check"][size]["publisher"] for size in (small, large))
        growth = (many["memoryKiB"] - few["memoryKiB"]) / (SIZES[-1] - SIZES[0])
        yield Row("memory for one more model", few["memoryKiB"] / SIZES[0], growth, "KiB",
                  growth / 6, "<= 6 KiB", growth <= 6)
        yield at_most(f"time for one model, {SIZES[-1]:,} against {SIZES[0]:,}",
                      few["wallMilliseconds"] / SIZES[0], many["wallMilliseconds"] / SIZES[-1],
                      "ms", 1.1)
    if "client" in found["firstPublish"]:
        theirs, ours = found["firstPublish"]["client"], found["firstPublish"]["publisher"]
        yield at_least(
            f"first publish, a model of {ours['models']:,} against the client's: wall",
            theirs["wallMilliseconds"] / theirs["models"],
            ours["wallMilliseconds"] / ours["models"], "ms", 10)
