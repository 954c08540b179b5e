"""Measuring by turns, and what comes of it as rows of a table."""

import dataclasses
import os
import statistics

ROUNDS = int(os.environ.get("ROUNDS", "5"))


@dataclasses.dataclass
class Row:
    """One line of the table: both sides, how they compare, and the goal."""
    title: str
    base: float
    ours: float
    unit: str
    ratio: float
    goal: str
    is_met: bool | None = None
    remark: str = ""

    def text(self):
        verdict = {None: "", True: "met", False: "MISSED"}[self.is_met]
        return (f"{self.title:58}{number(self.base):>10}{number(self.ours):>10} {self.unit:9}"
                f"{self.ratio:8.2f}  {self.goal:9} {verdict:6} {self.remark}").rstrip()


def at_most(title, base, ours, unit, limit, remark=""):
    """A row in which ours may be so many times the base."""
    ratio = ours / base
    return Row(title, base, ours, unit, ratio, f"<= {limit:g}", ratio <= limit, remark)


def at_least(title, base, ours, unit, limit, remark=""):
    """A row in which the base must be so many times ours."""
    ratio = base / ours
    return Row(title, base, ours, unit, ratio, f">= {limit:g}", ratio >= limit, remark)


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def by_turns(sides, rounds=None, before=None):
    """Runs each side once a round, so that whatever else the machine does meets all of them.

    `sides` are functions by name that give a `processes.Cost`; `before` is run before each, with
    its name. Gives for each the medians of wall and processor time in milliseconds and of memory
    in KiB.
    """
    costs = {name: [] for name in sides}
    for _ in range(rounds or ROUNDS):
        for name, run in sides.items():
            if before:
                before(name)
            costs[name].append(run())
    return {name: {
        "wallMilliseconds": statistics.median(cost.wall for cost in found) * 1000,
        "cpuMilliseconds": statistics.median(cost.cpu for cost in found) * 1000,
        "memoryKiB": statistics.median(cost.memory for cost in found),
    } for name, found in costs.items()}
