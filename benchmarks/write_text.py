"""Teach one block a small text, as the playground of assignment 13 does. From the repository root:

    python benchmarks/write_text.py [SEED …]

It runs the lesson's own cell with the reference in place, for three seeds unless others are named, and prints the held-out loss
beside that of the best n-gram, with the seconds. Exit code 1 where the block isn't better, or takes more than a minute.
"""

import contextlib
import io
import re
import sys
import time

from carry_symbol import SEEDS, playground


def main():
    names, good, losses, taken = playground("ps13_attention", "playground-text"), True, [], []
    seeds = [int(seed) for seed in sys.argv[1:]] or SEEDS
    for seed in seeds:
        began, printed = time.perf_counter(), io.StringIO()
        with contextlib.redirect_stdout(printed):
            names["write_on"](seed)
        seconds = time.perf_counter() - began
        print(printed.getvalue().rstrip() + f"   {seconds:.0f} s", flush=True)
        ngram, block = (float(loss) for loss in re.findall(r" (\d\.\d+)", printed.getvalue()))
        losses.append((ngram, block))
        taken.append(f"{seconds:.0f}")
        good &= block < ngram and seconds < 60
    best, own = (", ".join(f"{loss:g}" for loss in of) for of in zip(*losses, strict=True))
    print(f"held-out loss, seeds {', '.join(map(str, seeds))}: best n-gram {best}, block {own}, in {', '.join(taken)} s")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
