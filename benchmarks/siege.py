"""Every attack at both levels of walls: what it tried, and what was observed.

    python benchmarks/siege.py [--level full] [ID …]

An attack that gains more than it may is marked with ✗, and the exit code is 1. What is attacked before any cell runs (files,
folders, names) is in `tests/test_attacks.py`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from grader.course.folder import Course
from tests import siege

COURSE = Course.find(Path(__file__).parent)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--level", choices=("full", "partial"))
    options.add_argument("ids", nargs="*", metavar="ID")
    args = options.parse_args()
    attacks = [attack for attack in siege.attacks() if not args.ids or attack.id.startswith(tuple(args.ids))]
    broken = 0
    for level in (args.level,) if args.level else ("full", "partial"):
        with tempfile.TemporaryDirectory() as folder, siege.Siege(siege.lay_out(COURSE, Path(folder)), level) as besieged:
            for attack in attacks:
                try:
                    sign, seen = "✓", besieged.run(attack)
                except AssertionError as error:
                    sign, seen, broken = "✗", str(error)[:300], broken + 1
                print(f"{sign} {level:7} {attack.id:32} {attack.title:95} | {seen}", flush=True)
    print(f"{len(attacks)} attacks, {broken} not held")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
