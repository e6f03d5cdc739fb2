"""Run the workflow as a user does, and read what it says it did."""

import re
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
_JOB = re.compile(r"^rule (\w+):$|^    wildcards: shard=(\S+)$", re.MULTILINE)


def snakemake(*arguments: str, home: Path = HOME, cores: int = 2, fails: bool = False) -> str:
    """What Snakemake printed; an AssertionError with it unless it ended as expected."""
    command = [
        sys.executable,
        "-m",
        "snakemake",
        "-s",
        str(home / "Snakefile"),
        "--profile",
        str(home / "profiles" / "default"),
        "--cores",
        str(cores),
    ]
    done = subprocess.run([*command, *arguments], cwd=home, capture_output=True, text=True, check=False, timeout=900)
    printed = done.stdout + done.stderr
    assert (done.returncode != 0) == fails, printed
    return printed


def jobs(*arguments: str, home: Path = HOME) -> set[tuple[str, str]]:
    """(rule, shard) of the jobs that a run would do now; no shard for rules without one."""
    found: list[tuple[str, str]] = []
    for match in _JOB.finditer(snakemake("--dry-run", *arguments, "--quiet", "host", home=home)):
        if match[1]:
            found.append((match[1], ""))
        else:
            found[-1] = (found[-1][0], match[2])
    return {job for job in found if job[0] != "all"}
