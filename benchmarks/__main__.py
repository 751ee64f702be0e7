"""Every benchmark, one after the other: `python -m benchmarks [--quick] [NAME …]`."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

# in the order they are run; True: has a short mode of its own
MODULES = {
    "turns": True,
    "conversation": False,
    "forms": False,
    "reading": False,
    "first": False,
    "book": False,
    "injections": False,
    "languages": False,
    "retrieval": True,
}


def main() -> None:
    """Run each in a process of its own, so that none warms another up; end with the failures, if any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MODULES)}; all without it")
    parser.add_argument("--quick", action="store_true", help="a short run, for a look rather than a figure")
    options = parser.parse_args()
    unknown = set(options.names) - set(MODULES)
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(MODULES)}")
    failed = [name for name in options.names or MODULES if not run(name, quick=options.quick)]
    if failed:
        sys.exit(f"benchmarks: {', '.join(failed)} did not finish")


def run(name: str, *, quick: bool) -> bool:
    """Run one; False when it did not finish."""
    arguments = ["--quick"] if quick and MODULES[name] else []
    print(f"\n== {name} {' '.join(arguments)}", flush=True)
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False)
    print(f"-- {time.perf_counter() - begun:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main()
