"""Programs run to their end, with what they cost."""

import dataclasses
import os
import subprocess
import tempfile
import time


@dataclasses.dataclass
class Cost:
    """Wall and processor time in seconds, the most memory in KiB, and the exit status."""
    wall: float
    cpu: float
    memory: int
    status: int
    output: str = ""


def run(command, environment=None, folder=None, keeps_output=False, expected=(0,)):
    """Runs a program; ends the benchmark when its status is none of those expected.

    With `expected` None any status will do. Output and errors are kept together, in a file.
    """
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env={**base_environment(), **(environment or {})}, cwd=folder, stdout=output,
            stderr=output, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        is_wrong = expected is not None and process.returncode not in expected
        text = output.read().decode() if keeps_output or is_wrong else ""
    if is_wrong:
        raise SystemExit(
            f"{' '.join(command)} ended with {process.returncode}\n{text[-4000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, process.returncode, text)


def base_environment():
    """What every program gets of this process's environment."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR")
            if name in os.environ}
