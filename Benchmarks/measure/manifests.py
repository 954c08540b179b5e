"""Reading a manifest of 1 MB: against libyaml's own loop over its events."""

import os
import tempfile

from . import fleet, processes
from .turns import Row, by_turns

SIZE = 1024 * 1024


def measure(programs):
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, size in (("large", SIZE), ("small", 1)):
            paths[name] = os.path.join(folder, f"{name}.yaml")
            index, text = 0, fleet.manifest(0)
            while len(text) < size:
                index += 1
                text += "---\n" + fleet.manifest(index)
            with open(paths[name], "w") as file:
                file.write(text)
        found = by_turns({
            f"{program} {name}": lambda command=command, path=path, status=status: processes.run(
                [*command, path], None, folder, expected=(status,))
            for program, command, status in (
                ("libyaml", [programs.yaml_events], 0),
                # Nothing is selected (66), so that reading and checking is all there is to do.
                ("publisher", [programs.publisher, "graph", "--select", "no such model"], 66))
            for name, path in paths.items()}, 10)
        found["bytes"] = os.path.getsize(paths["large"])
        return found


def rows(found):
    def milliseconds(program):
        return (found[f"{program} large"]["cpuMilliseconds"]
                - found[f"{program} small"]["cpuMilliseconds"])
    base, ours = milliseconds("libyaml"), milliseconds("publisher")
    yield Row("1 MB of manifests, read and checked, against libyaml: CPU", base, ours, "ms",
              ours / base, "<= 3", ours / base <= 3)
