"""The demo model: against the official client, and against the same requests sent by libcurl."""

import json
import os
import shutil
import tempfile

from . import catalog, processes, replay
from .turns import Row, at_least, at_most, by_turns

SERVICE, OTHER = "CustomMLService", "ClientService"
MODEL = "Revenue Predictions"
TABLES = {
    "orders": [("order_id", "INT"), ("created_at", "TIMESTAMPZ"), ("restaurant_id", "INT"),
               ("user_id", "INT"), ("last_update", "TIMESTAMPZ")],
    "restaurants": [("restaurant_id", "INT"), ("type", "TEXT"), ("rating", "INT"),
                    ("average_price", "INT"), ("restaurant_address", "TEXT")],
    "users": [("user_id", "INT"), ("total_orders", "INT"), ("last_order_id", "INT"),
              ("premium", "BOOLEAN"), ("user_address", "TEXT")],
}


class Demo:
    """The demo model of this repository, and the same for the client under another service."""

    def __init__(self, programs, server, folder):
        self.programs, self.server, self.folder = programs, server, folder
        schema = server.add_schema("demo_pg", "postgres", "public")
        for name, columns in TABLES.items():
            server.add_table(schema, name, columns)
        self.environment = {
            "OPENMETADATA_HOST": server.url, "OPENMETADATA_JWT_TOKEN": server.make_bot()}
        for name in ("ml_model.yaml", "mlcatalog.yaml"):
            shutil.copy(os.path.join(programs.root, name), folder)
        with open(os.path.join(folder, "ml_model.yaml")) as file:
            text = file.read().replace(f"serviceName: {SERVICE}", f"serviceName: {OTHER}")
        self.client_manifest = os.path.join(folder, "client.yaml")
        with open(self.client_manifest, "w") as file:
            file.write(text)

    def publish(self, *options, keeps_output=False, expected=(0,)):
        return processes.run([self.programs.publisher, "publish", *options], self.environment,
                             self.folder, keeps_output, expected)

    def report(self):
        """The report of a publish."""
        path = os.path.join(self.folder, "report.json")
        self.publish("--output", f"json={path}")
        with open(path) as file:
            return json.load(file)

    def client(self):
        script = os.path.join(self.programs.root, "Tests/OfficialClients/publish_model.py")
        return processes.run([self.programs.client_python, script, self.client_manifest],
                             self.environment)

    def remove(self, service):
        """Leaves nothing of a service, so that the next publish begins anew."""
        found = self.server.call("GET", "services/mlmodelServices?limit=1000")["data"]
        for entity in found:
            if entity["name"] == service:
                self.server.call("DELETE", f"services/mlmodelServices/{entity['id']}"
                                           "?recursive=true&hardDelete=true")

    def state(self, service):
        """The model's features with their sources, and the tables that lead to it."""
        name = f"{service}.{MODEL}".replace(" ", "%20")
        model = self.server.call("GET", f"mlmodels/name/{name}")
        lineage = self.server.call(
            "GET", f"lineage/mlmodel/name/{name}?upstreamDepth=1&downstreamDepth=0")
        names = {node["id"]: node["fullyQualifiedName"] for node in lineage["nodes"]}
        return {
            "algorithm": model["algorithm"], "target": model["target"],
            "features": sorted(
                (feature["name"], sorted(
                    (source["name"], source["dataSource"]["fullyQualifiedName"])
                    for source in feature["featureSources"])) for feature in model["mlFeatures"]),
            "edges": sorted(names[edge["fromEntity"]] for edge in lineage["upstreamEdges"]),
        }


def measure(programs):
    with tempfile.TemporaryDirectory() as folder, catalog.Catalog(programs.playground) as server:
        demo = Demo(programs, server, folder)
        first, again = demo.report(), demo.report()
        found = {"requests": {"first": first["requests"], "again": again["requests"]}}
        lock_and_check_offline(demo, found)
        if programs.client_python:
            demo.client()
            same(demo)
            found["check"] = by_turns(
                {"client": demo.client, "publisher": lambda: demo.publish("--check")})
            found["publish"] = by_turns(
                {"client": demo.client, "publisher": demo.publish},
                before=lambda name: demo.remove(OTHER if name == "client" else SERVICE))
            same(demo)
        requests = replay.Requests.recorded(demo.publish, folder)
        found["replay"] = by_turns({
            "libcurl": lambda: requests.send(programs, 1),
            "publisher": lambda: demo.publish("--check")}, 20)
        found["replay"]["requests"] = requests.count
        return found


def lock_and_check_offline(demo, found):
    processes.run([demo.programs.publisher, "lock"], demo.environment, demo.folder)
    command = [demo.programs.publisher, "publish", "--check", "--offline"]
    found["offline"] = by_turns({"publisher": lambda: processes.run(command, None, demo.folder)}, 20)
    found["offline"]["sockets"] = sockets(command, demo.folder)


def sockets(command, folder):
    """How many sockets a command opens; None where nobody can tell."""
    if not shutil.which("strace"):
        return None
    path = os.path.join(folder, "sockets.log")
    processes.run(["strace", "-f", "-o", path, "-e", "trace=socket", *command], None, folder)
    with open(path) as file:
        return sum("socket(" in line for line in file)


def same(demo):
    """Ends the benchmark when both did not do the same."""
    ours, theirs = demo.state(SERVICE), demo.state(OTHER)
    if ours != theirs:
        raise SystemExit(f"not the same work:\n{ours}\n{theirs}")


def rows(found):
    for work in ("check", "publish"):
        if work not in found:
            continue
        title = {"check": "demo model, `--check`", "publish": "demo model, from nothing"}[work]
        client, ours = found[work]["client"], found[work]["publisher"]
        yield at_least(f"{title}, against the client: wall", client["wallMilliseconds"],
                       ours["wallMilliseconds"], "ms", 200)
        yield at_least(f"{title}, against the client: CPU", client["cpuMilliseconds"],
                       ours["cpuMilliseconds"], "ms", 200)
        yield at_least(f"{title}, against the client: memory", client["memoryKiB"] / 1024,
                       ours["memoryKiB"] / 1024, "MiB", 8)
    base, ours = found["replay"]["libcurl"], found["replay"]["publisher"]
    count = f"{found['replay']['requests']} requests"
    yield at_most("demo model, `--check`, against libcurl: wall", base["wallMilliseconds"],
                  ours["wallMilliseconds"], "ms", 1.6, count)
    yield at_most("demo model, `--check`, against libcurl: CPU", base["cpuMilliseconds"],
                  ours["cpuMilliseconds"], "ms", 1.8)
    first, again = found["requests"]["first"], found["requests"]["again"]
    yield Row("demo model: requests of the first publish", 22, first["total"], "requests",
              first["total"] / 22, "<= 13", first["total"] <= 13)
    yield Row("demo model: requests of the next one", 22, again["total"], "requests",
              again["total"] / 22, "<= 6", again["total"] <= 6 and again["writes"] == 0,
              f"{again['writes']} writes")
    offline = found["offline"]["publisher"]["wallMilliseconds"]
    sockets = found["offline"]["sockets"]
    yield Row("demo model, `--check --offline`: wall", 15, offline, "ms", offline / 15, "<= 15 ms",
              offline <= 15 and not sockets,
              "sockets not counted" if sockets is None else f"{sockets} sockets")
