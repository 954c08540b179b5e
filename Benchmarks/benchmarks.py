"""Runs the benchmarks and prints one table; the figures go to a file as well.

Every figure is a ratio of two measurements of the same run, taken by turns: absolute times of
another machine, or of a busy one, mean nothing. Arguments: the folder of the programs that were
built, and the file to write to. ONLY=demo,startup measures some of them.
"""

import dataclasses
import datetime
import json
import os
import platform
import sys

from measure import demo, embedded_catalog, manifests, many_models, startup

KINDS = {"startup": startup, "demo": demo, "manifests": manifests, "many_models": many_models,
         "embedded_catalog": embedded_catalog}


@dataclasses.dataclass
class Programs:
    """Everything that is run."""
    root: str
    publisher: str
    playground: str
    replay: str
    yaml_events: str
    constant_answer: str
    # The interpreter of the official client; empty where `make setup` could not install it.
    client_python: str

    @classmethod
    def of(cls, folder):
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        cache = os.environ.get("MLCATALOG_CACHE", os.path.join(root, ".cache"))
        python = os.path.join(cache, "venv-openmetadata-1.5", "bin", "python")
        names = ("mlcatalog", "mlcatalog-playground", "replay-requests", "yaml-events",
                 "constant-answer")
        return cls(root, *(os.path.join(folder, name) for name in names),
                   python if os.access(python, os.X_OK) else "")


def machine():
    """What the figures were taken on."""
    model = memory = ""
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
    with open("/proc/meminfo") as file:
        memory = f"{int(file.readline().split()[1]) / 1024 / 1024:.0f} GiB"
    return {"processor": model, "cores": os.cpu_count(), "memory": memory,
            "system": f"{platform.system()} {platform.release()} {platform.machine()}"}


def main():
    programs, output = Programs.of(sys.argv[1]), sys.argv[2]
    chosen = [name for name in os.environ.get("ONLY", ",".join(KINDS)).split(",") if name]
    loads = [os.getloadavg()[0]]
    found, rows = {}, []
    for name in chosen:
        print(f"measuring {name.replace('_', ' ')} …", file=sys.stderr, flush=True)
        found[name] = KINDS[name].measure(programs)
        rows += KINDS[name].rows(found[name])
        loads.append(os.getloadavg()[0])
    when = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
    with open(output, "w") as file:
        json.dump({"time": when, "machine": machine(), "loadAverages": loads, "measured": found,
                   "rows": [dataclasses.asdict(row) for row in rows]}, file, indent=2)
    print(f"{'':58}{'base':>10}{'ours':>10} {'':9}{'ratio':>8}  goal")
    for row in rows:
        print(row.text())
    if not programs.client_python:
        print("left out: comparisons with the official client, which `make setup` did not install")
    print(f"load averages: {', '.join(f'{load:.1f}' for load in loads)} on {os.cpu_count()} cores; "
          f"figures: {output}")


main()
