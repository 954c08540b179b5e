"""What a command costs that asks nobody: against `true`."""

from . import processes
from .turns import ROUNDS, Row, by_turns

COMMANDS = {"--version": ["--version"], "--help": ["--help"], "explain": ["explain", "MLC264"]}
MOST_MILLISECONDS = 10


def measure(programs):
    sides = {"true": lambda: processes.run(["true"])}
    for name, arguments in COMMANDS.items():
        sides[name] = lambda arguments=arguments: processes.run([programs.publisher, *arguments])
    return by_turns(sides, ROUNDS * 4)


def rows(found):
    base = found["true"]["wallMilliseconds"]
    for name in COMMANDS:
        ours = found[name]["wallMilliseconds"]
        yield Row(f"`{name}` against `true`: wall", base, ours, "ms", ours / base, "+ 10 ms",
                  ours - base <= MOST_MILLISECONDS)
