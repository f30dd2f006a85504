"""What the pages cost: processor time to write one, size, memory for a large class, and time until a browser has opened them.

python benchmarks/pages.py            (Chromium is needed for the last)
"""

import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from grader.pages import class_report, feedback
from grader.pages.class_stats import Tally
from tests.example_pages import class_of, everything

PAGES, OPENED = 200, 5
CLASSES = (500, 10_000)


def main():
    result, notebook = everything()
    written = {"feedback": feedback.page(result, notebook)}
    started = time.process_time()
    for _ in range(PAGES):
        feedback.page(result, notebook)
    print(
        f"a feedback page: {1000 * (time.process_time() - started) / PAGES:.2f} ms of processor time, {_size(written['feedback'])}"
    )
    for size in CLASSES:
        before, started = _memory(), time.process_time()
        tally = Tally(class_of(size))
        said = written[f"report of {size}"] = class_report.page("ps3_layer", tally)
        table = class_report.table(tally)
        seconds = time.process_time() - started
        print(
            f"a report of {size}: {seconds:.2f} s of processor time, {_size(said)}, CSV {_size(table)}, {_memory() - before} MB more memory"
        )
    if shutil.which("chromium"):
        for name, milliseconds in _opened(written):
            print(f"{name} opened in {milliseconds:.0f} ms (load event, median of {OPENED})")


def _size(text):
    return f"{len(text.encode()) / 1000:.0f} kB"


def _memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _opened(written):
    from tests.browser import chromium, tab

    with tempfile.TemporaryDirectory() as folder, chromium() as browser, tab(browser) as page:
        for name, text in written.items():
            path = Path(folder) / f"{name}.html"
            path.write_text(text, "utf-8")
            taken = []
            for _ in range(OPENED):
                page.goto(path.as_uri())
                taken.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            yield name, statistics.median(taken)


if __name__ == "__main__":
    main()
