"""How well mistakes are named, and what that costs.

    python benchmarks/diagnosis.py [ASSIGNMENT ...] [--pairs 20] [--seed 0]

For each assignment: its known wrong solutions, those that are named as themselves, and as nothing else besides; the right but
unusual solutions for which anything is named; pairs of mistakes made together (at most --pairs for an assignment, drawn
with --seed), those of which at least one is named, and those for which a third one is; a third that gives the same answers
to whatever may be asked is counted apart, and it is said why (ALIKE). The cost is processor time of the diagnosis alone, in
milliseconds for each submission, once its library is loaded, the better of two times; for right ones and for pairs too.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from types import SimpleNamespace

from grader.authoring.verify import lost, names
from grader.course import known
from grader.course.folder import Course
from grader.exam import diagnosis, examiner, process
from grader.sandbox import host

# Known mistakes of an exercise, or two of them made together, that no question can tell apart: why.
ALIKE = {
    ("neuron", "returns_times_input", "delta_from_result + returns_delta"): "either way grad · weight · input is handed back",
    ("graph_sigmoid", "formula_sign", "multiply_left_out_back"): "either way dx has the other sign, and nothing else is wrong",
    ("affine", "dx_not_reshaped", "shape_after_flattening"): "either way dx stays flat, and nothing else is wrong",
    ("fix_affine", "forward_and_dx_left", "dx_still_scrambled + samples_still_mixed"): "the one is the two others, by definition",
    ("fix_layer", "old_weights_not_copied", "view_of_old_weights", "weights_still_moved_first"): "all use the new weights",
}


def why_alike(exercise, first, second, other):
    """Why `other` gives the same answers as one of two mistakes made together, or as both; "" where a question could tell."""
    made = {first, second, f"{first} + {second}"}
    return next((why for (of, *names), why in ALIKE.items() if of == exercise and other in names and made & {*names}), "")


def examine(course, assignment, submissions, library=diagnosis.KnownMistakes):
    """[(Result, milliseconds of diagnosis)] of the notebooks. library: the class that is asked why a part was lost."""
    source = course.source(assignment)
    spent = [0.0]

    class Timed(library):
        def explain(self, *arguments):
            started = time.process_time()
            try:
                return super().explain(*arguments)
            finally:
                spent[0] += 1000 * (time.process_time() - started)

    building = host.Building(
        "auto",
        secrets=course.private_paths(),
        preload=source.imports(),
        given=source.given,
        data_folder=None,
        limits=course.settings.limits,
    )
    made = examiner.Examiner(course, source, building, b"benchmark", print)
    made.library = Timed(course, assignment)
    found = []

    def loop(session):
        from grader.exam.plan import Plan

        plan = Plan.of(source, session.items)
        made.server = building.done()
        gc.collect()
        gc.freeze()  # as an examiner does
        for data in submissions:
            spent[0] = 0.0
            found.append((made.examine(session, plan, "benchmark", data, causes=True)[0], spent[0]))
        return True

    made.pytest_runtestloop = loop
    try:
        process.run_pytest(made)
    finally:
        building.close()
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("assignments", nargs="*")
    options.add_argument("--pairs", type=int, default=20)
    options.add_argument("--seed", type=int, default=0)
    args = options.parse_args()
    course = Course.find()
    total = SimpleNamespace(wrong=0, named=0, alone=0, controls=0, falsely=0, pairs=0, one=0, third=0, alike=0, cost=[])
    for assignment in args.assignments or course.assignments():
        wrongs, right = known.wrong_solutions(course, assignment), known.controls(course, assignment)
        pairs = [*known.pairs(wrongs)]
        pairs = random.Random(args.seed).sample(pairs, min(args.pairs, len(pairs)))
        cells = [(one.exercise, one.code) for one in (*wrongs, *wrongs, *wrongs, *right)]
        cells += [(first.exercise, code) for first, _second, code in pairs]
        notebooks = [known.reference(course, assignment)]
        notebooks += [known.reference(course, assignment, **{exercise: code}) for exercise, code in cells]
        found = examine(course, assignment, notebooks)
        reference, once = found[0], found[1 + len(wrongs) :]  # the first time loads the library
        found = once[len(wrongs) :]
        ids = [names(result) for result, _ms in found]
        singles = list(zip(wrongs, ids, strict=False))
        named = [all(one.id in parts for parts in found) for one, found in singles]
        alone = [all(parts == [one.id] for parts in found) for one, found in singles]
        falsely = sum(
            any(p.misconception for _, p in result.parts) for result, _ms in found[len(wrongs) : len(wrongs) + len(right)]
        )
        together = [
            (first, second, {i for parts in found for i in parts if i}, lost(result))
            for (first, second, _code), found, (result, _ms) in zip(
                pairs, ids[len(wrongs) + len(right) :], found[len(wrongs) + len(right) :], strict=True
            )
        ]
        together = [(first, second, found) for first, second, found, gone in together if gone]
        one = [bool(found & {first.id, second.id}) for first, second, found in together]
        third, alike = [], []
        for first, second, found_ids in together:
            others = {i: why_alike(first.exercise, first.id, second.id, i) for i in found_ids - {first.id, second.id}}
            if others:
                (alike if all(others.values()) else third).append((first.id, second.id, found_ids, {*others.values()}))
        cost = [min(first[1], second[1]) for first, second, _wrong in zip(once, found, wrongs, strict=False)]
        of_pairs = [ms for _result, ms in found[len(wrongs) + len(right) :]] or [0.0]
        print(
            f"{assignment}: {len(wrongs)} wrong, {sum(named)} named, {sum(alone)} alone; {len(right)} right, {falsely} named; "
            f"{len(together)} pairs, {sum(one)} with one named, {len(third)} with a third, {len(alike)} with one that nobody could tell apart; "
            f"cost mean {statistics.mean(cost):.1f} ms, most {max(cost):.1f} ms, "
            f"of pairs mean {statistics.mean(of_pairs):.1f} ms, most {max(of_pairs):.1f} ms, of the right one {reference[1]:.1f} ms",
            flush=True,
        )
        for (wrong, found_names), good in zip(singles, named, strict=True):
            if not good:
                print(f"  not named: {wrong.exercise}/{wrong.id}: {found_names}")
        for first, second, found_names, _why in third:
            print(f"  a third: {first} + {second}: {', '.join(sorted(found_names))}")
        for first, second, found_names, why in alike:
            print(f"  not to be told apart: {first} + {second}: {', '.join(sorted(found_names))}: {'; '.join(sorted(why))}")
        total.wrong += len(wrongs)
        total.named += sum(named)
        total.alone += sum(alone)
        total.controls += len(right)
        total.falsely += falsely
        total.pairs += len(together)
        total.one += sum(one)
        total.third += len(third)
        total.alike += len(alike)
        total.cost += cost
    print(
        f"all: {total.wrong} wrong, {total.named} named as themselves, {total.alone} as nothing else "
        f"({100 * total.alone / total.wrong:.1f} %); {total.controls} right ones, {total.falsely} named; {total.pairs} pairs, one named in "
        f"{total.one} ({100 * total.one / max(total.pairs, 1):.0f} %), a third in {total.third}, one that nobody could tell apart in {total.alike}; cost mean {statistics.mean(total.cost):.1f} ms, "
        f"95 of 100 below {sorted(total.cost)[int(0.95 * len(total.cost))]:.1f} ms, most {max(total.cost):.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
