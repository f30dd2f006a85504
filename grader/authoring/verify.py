"""Prove the hidden tests: each submission whose marks are known beforehand gets exactly those.

Known are the reference, the stub, every wrong solution and every right but unusual one, each handed in alone with the
reference for all else. Then the same solutions in other words (`rewrite`), and trivial ones (`trivial`): those for
different exercises share a submission, and where one of them doesn't get what it should, each is tried alone.
"""

import functools
import itertools
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.authoring import rewrite, trivial
from grader.authoring.verify_cells import verify_cells
from grader.authoring.verify_lesson import verify_lesson
from grader.classroom import signatures
from grader.classroom.handed_in import HandedIn
from grader.classroom.pool import WorkerPool
from grader.course import known
from grader.course.folder import Course, CourseError
from grader.integrations import nbgrader_release as release
from grader.notebook.definitions import bound_names
from grader.result import FAILED, GRADED, PASSED, Result

Line = tuple[str, bool]  # a sentence, and whether it is good


@dataclass(frozen=True)
class Verdict:
    """What an exercise of a submission got. names: {failed part: the mistakes that it is put down to}."""

    status: str
    lost: frozenset[str]
    names: dict[str, frozenset[str]]
    raised: bool

    @classmethod
    def of(cls, result: Result, exercise: str) -> "Verdict":
        parts = [part for name, part in result.parts if name == exercise]
        return cls(
            result.status,
            frozenset(part.part for part in parts if part.outcome != PASSED),
            {part.part: frozenset(_ids(part)) for part in parts if part.outcome == FAILED},
            any(part.lines or part.stopped or part.outcome not in (PASSED, FAILED) for part in parts),
        )


@dataclass(frozen=True)
class Trial:
    """A cell for one exercise, and the verdict that it must get.

    way: how it was rewritten; moves: parts that may be lost as others, {part: the other}."""

    name: str
    exercise: str
    code: str
    want: Verdict
    way: str = ""
    moves: dict = field(default_factory=dict)


def verify(
    course: Course,
    assignment: str,
    *,
    isolation: str | None = None,
    jobs: int | None = None,
    secret: bytes | None = None,
    every: int = 1,
    secrets: int = 0,
) -> Iterator[Line]:
    """Yield (sentence, whether it is good) for everything that is tried, by `jobs` workers.

    secret: what probe inputs are drawn from; without it the course's own, or where there is none a passing one. every: of the
    rewritten and the trivial solutions, only each so many-th is tried, none for 0. secrets: how many other secrets every known wrong
    solution is tried under, to see that no mark hangs on what is drawn."""
    if not course.has_hidden_tests(assignment):
        yield from verify_cells(course, assignment, isolation=isolation)
        yield _released(course, assignment)
        return
    proof = _Proof(course, assignment, isolation, jobs, every)
    secret = secret or course.secret(create=False)
    with proof.workers(secret) as grade_all:
        yield from proof.known(grade_all)
        yield from proof.doubted(grade_all)
        if every:
            yield from proof.rewritten(grade_all)
            yield from proof.trivial(grade_all)
    yield from verify_lesson(course, assignment)
    yield _released(course, assignment)
    if secrets:
        yield from proof.under_secrets(secret, secrets)


class _Proof:
    """What is tried of one assignment. Each method yields Lines."""

    def __init__(self, course, assignment, isolation, jobs, every):
        self.course, self.assignment, self.isolation, self.every = course, assignment, isolation, every
        self.jobs = jobs or os.cpu_count() or 1
        self.wrongs = known.wrong_solutions(course, assignment)
        self.controls = known.controls(course, assignment)
        self.proved = []  # Trials of known solutions that got what they must

    def workers(self, secret):
        return _Workers(WorkerPool(self.course, self.assignment, self.isolation, secret=secret), self.jobs)

    def known(self, grade_all):
        """Reference, stub, wrong and right solutions, each alone."""
        course, assignment = self.course, self.assignment
        tried = [("reference", known.reference(course, assignment)), ("stub", known.notebook(course, assignment))]
        solutions = [("right", control) for control in self.controls] + [("wrong", wrong) for wrong in self.wrongs]
        tried += [(one.id, known.reference(course, assignment, **{one.exercise: one.code})) for _kind, one in solutions]
        graded = grade_all(tried)
        yield from _reference(next(graded))
        stub = next(graded).result
        yield f"the stub gets {stub.score}", stub.score == 0
        unfailed = lost(stub)  # everything
        for (kind, one), outcome in zip(solutions, graded, strict=True):
            unfailed -= lost(outcome.result)
            sentence, good = _known(kind, one, outcome.result)
            if good:
                want = Verdict.of(outcome.result, one.exercise)
                self.proved.append(Trial(f"{kind} {one.exercise}/{one.id}", one.exercise, one.code, want))
            yield sentence, good
        for exercise, part in sorted(unfailed):
            yield f"no known wrong solution fails {exercise}.{part}", False

    def doubted(self, grade_all):
        """Nothing is made up of right code: not even if every part of it were failed.

        Controls that bring pieces of other exercises along are left out: what a stored mistake does is wrong with the reference's."""
        course, assignment = self.course, self.assignment
        cells = {name: bound_names(cell["source"]) for name, cell in course.source(assignment).cells.items()}
        alone = lambda one: not any(bound_names(one.code) & bound for name, bound in cells.items() if name != one.exercise)
        right = {("the reference", ""): known.reference(course, assignment)}
        right |= {
            (f"right {one.exercise}/{one.id}", one.exercise): known.reference(course, assignment, **{one.exercise: one.code})
            for one in self.controls
            if alone(one)
        }
        bad = 0
        tried = [(name, data) for (name, _exercise), data in right.items()]
        for (name, exercise), graded in zip(right, grade_all(tried, doubted=True), strict=True):
            for of, part in graded.result.parts:
                if part.cause and exercise in ("", of):
                    bad += 1
                    yield f"{name} is right, and {of}.{part.part} would be put down to {part.misconception}", False
        yield f"{len(right)} right solutions would get no cause, even if all their parts were failed", not bad
        if stale := signatures.stale(course, assignment):
            yield (
                f"of mistakes that nobody stored, fewer are named: the signatures of {', '.join(stale)} are missing or stale",
                True,
            )

    def rewritten(self, grade_all):
        """Every solution that got what it must, in other words: it must get the same again."""
        trials, made, left = [], Counter(), Counter()
        moves = known.moves(self.course, self.assignment)
        for proved in self.proved[:: self.every]:
            for other in rewrite.rewritings(proved.code, stops=proved.want.raised, exact=bool(proved.want.lost)):
                made += other.made
                left += other.left
                name, allowed = f"{proved.name}, {other.way}", moves.get((proved.name.partition(" ")[2], other.way), {})
                trials.append(Trial(name, proved.exercise, other.code, proved.want, other.way, allowed))
        bad, moved = 0, 0
        for trial, got in self.together(trials, grade_all):
            complaint = _complaint(trial, got)
            bad += bool(complaint)
            if complaint:
                yield f"{trial.name}: {complaint}", False
            elif got.lost != trial.want.lost:
                moved += 1
                changes = "; ".join(f"{one} is lost as {other}" for one, other in sorted(trial.moves.items()))
                yield f"{trial.name}: {changes}, as only the step shows it", True
        summary = f"{len(trials)} rewritten solutions are told from the right ones as before ({_counted(made)})"
        if left:
            summary += f"; left as it was, because it {_counted(left)}"
        yield summary, not bad

    def trivial(self, grade_all):
        """Nobody earns anything who hasn't thought about the exercise."""
        complaints = [*self._earned(grade_all)]
        yield from complaints
        yield f"{len(self._trivial)} kinds of trivial solutions earn nothing", not complaints
        for (kind, part), why in sorted(self._trivially_right.items()):
            yield f"a trivial solution ({kind}) is right in {part}: {why}", True

    @functools.cached_property
    def _trivial(self):
        """[(kind, notebook)] of the trivial solutions that are tried."""
        source, kinds = self.course.source(self.assignment), trivial.ALL_KINDS[:: self.every]
        return [(kind, known.notebook(self.course, self.assignment, trivial.trivial_solutions(source, kind))) for kind in kinds]

    @functools.cached_property
    def _trivially_right(self):
        """{(kind, part): why} of those of them that happen to be right."""
        kinds = {kind for kind, _data in self._trivial}
        return {of: why for of, why in trivial.trivially_right(self.course, self.assignment).items() if of[0] in kinds}

    def _earned(self, grade_all):
        """Complaints of trivial solutions."""
        for (kind, _data), graded in zip(self._trivial, grade_all(self._trivial, causes=False), strict=True):
            result = graded.result
            earned = {f"{exercise}.{part.part}" for exercise, part in result.parts if part.outcome == PASSED}
            listed = {part for of, part in self._trivially_right if of == kind}
            for part in sorted(earned - listed):
                yield f"a trivial solution ({kind}) earns {part}", False
            for part in sorted(listed - earned):
                yield f"a trivial solution ({kind}) is listed as right in {part}, and does not earn it", False
            if result.status != GRADED:
                yield f"a trivial solution ({kind}) is {result.status}: {result.reason}", False

    def under_secrets(self, secret, n):
        """Whatever is drawn, every known solution loses the same, and a trivial one earns nothing."""
        worse = 0
        trials = [replace(trial, want=replace(trial.want, names={})) for trial in self.proved]
        for number in range(n):
            with self.workers(b"%s %d" % (secret, number)) as grade_all:
                for complaint in (*self._unlike(trials, grade_all), *(self._earned(grade_all) if self.every else ())):
                    worse += 1
                    yield complaint
            yield f"{len(trials)} known solutions were tried under {number + 1} of {n} other secrets", True
        yield f"{len(trials)} known solutions lose the same under {n} other secrets, and trivial ones earn nothing", not worse

    def _unlike(self, trials, grade_all):
        """Complaints of known solutions that lose something else."""
        for trial, got in self.together(trials, lambda tried: grade_all(tried, causes=False)):
            if got.lost != trial.want.lost or got.status != GRADED:
                must = f"it must lose {_listed(trial.want.lost)}"
                yield f"{trial.name} loses {_listed(got.lost)} under another secret; {must}", False

    def together(self, trials, grade_all):
        """Yield (Trial, its Verdict): those for different exercises in one submission; alone where that was not as it must be."""
        rows = {}
        for trial in trials:
            rows.setdefault(trial.exercise, []).append(trial)
        packs = [[trial for trial in pack if trial] for pack in itertools.zip_longest(*rows.values())]
        doubtful = []
        for pack, verdicts in self._verdicts(packs, grade_all):
            for trial, got in zip(pack, verdicts, strict=True):
                if len(pack) > 1 and _complaint(trial, got):
                    doubtful.append([trial])
                else:
                    yield trial, got
        for (trial,), (got,) in self._verdicts(doubtful, grade_all):
            yield trial, got

    def _verdicts(self, packs, grade_all):
        tried = []
        for pack in packs:
            name = pack[0].name if len(pack) == 1 else f"{len(pack)} at once, from {pack[0].name}"
            cells = {trial.exercise: trial.code for trial in pack}
            tried.append((name, known.reference(self.course, self.assignment, **cells)))
        for pack, graded in zip(packs, grade_all(tried), strict=True):
            result = graded.result
            others = {exercise for exercise, _part in lost(result)} - {trial.exercise for trial in pack}
            spoilt = f"spoils {', '.join(sorted(others))}" if others and result.status == GRADED else result.status
            verdicts = [Verdict.of(result, trial.exercise) for trial in pack]
            yield pack, [Verdict(spoilt, v.lost, v.names, v.raised) if others else v for v in verdicts]


class _Workers:
    """Workers for as long as something is tried: gives a function that grades (name, notebook) pairs and yields what
    came; causes: whether it is to say which mistakes were made."""

    def __init__(self, pool, jobs):
        self._pool, self._executor = pool, ThreadPoolExecutor(jobs)

    def __enter__(self):
        return self._grade_all

    def __exit__(self, *_):
        self._executor.shutdown(cancel_futures=True)
        self._pool.close()

    def _grade_all(self, tried, causes=True, doubted=False):
        handed_in = [HandedIn(f"known-{name}", data, causes=causes, doubted=doubted) for name, data in tried]
        return self._executor.map(self._pool.grade, handed_in)


def _reference(graded):
    result = graded.result
    most = sum(part.max_points for _exercise, part in result.parts)
    full = result.score == most and not lost(result) and not any(part.misconception for _, part in result.parts)
    if graded.notebook is None:
        yield f"the reference is {result.status}: {result.reason}", False
        return
    yield f"the reference gets {result.score} of {most}", full
    errors = [output for cell in graded.notebook["cells"] for output in cell.get("outputs", ()) if "ename" in output]
    yield f"the reference's notebook runs with {len(errors)} errors", not errors


def _known(kind, one, result):
    """What to say of the marks of a wrong solution or a control."""
    loses = one.loses if kind == "wrong" else frozenset()
    got, want = lost(result), {(one.exercise, part) for part in loses}
    name = f"{kind} {one.exercise}/{one.id}"
    if result.status != GRADED or got != want:
        parts = ", ".join(f"{exercise}.{part}" for exercise, part in sorted(got)) or "nothing"
        return f"{name} is {result.status} and loses {parts}; it must lose {_listed(loses)}", False
    named = names(result)
    if not all(one.id in found for found in named):
        return f"{name} loses {_listed(loses)}, but is named {named}", False
    also = sorted({other for found in named for other in found} - {one.id})
    return f"{name} loses {_listed(loses)}" + (f"; it may as well be named {', '.join(also)}" if also else ""), True


def _complaint(trial, got):
    """What is wrong with what a Trial got, or ""."""
    want = trial.want
    if got.status != want.status:
        return f"is {got.status}"
    if not got.lost and want.lost:
        return f"gets full marks; it must lose {_listed(want.lost)}"
    if got.lost not in (want.lost, frozenset(trial.moves.get(part, part) for part in want.lost)):
        return f"loses {_listed(got.lost)}; it must lose {_listed(want.lost)}"
    mine = trial.name.partition(",")[0].rpartition("/")[2]
    for part in want.names.keys() & got.names.keys():
        if got.names[part] != want.names[part] and not (got.names[part] < want.names[part] and mine in got.names[part]):
            return f"{part} is put down to {_listed(got.names[part])}; it must be {_listed(want.names[part])}"
    return ""


def lost(result: Result) -> set[tuple[str, str]]:
    """(exercise, part) of every part that is not passed."""
    return {(exercise, part.part) for exercise, part in result.parts if part.outcome != PASSED}


def names(result: Result) -> list[list[str]]:
    """For each failed part, the ids of the mistakes that it is put down to."""
    return [_ids(part) for _exercise, part in result.parts if part.outcome == FAILED]


def _ids(part):
    return list(dict.fromkeys(re.split(" or | and ", part.misconception or "")))


def _listed(parts):
    return ", ".join(sorted(parts)) or "nothing"


def _counted(counter):
    return ", ".join(f"{what} {n} times" for what, n in sorted(counter.items()))


def _released(course, assignment):
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch, assignment)
        try:
            release.build(course, assignment, built)
        except CourseError as error:
            return str(error), False
        changed = release.differences(built, course.root / "release" / assignment)
    if changed:
        return f"release/ is out of date: {', '.join(map(str, changed))}; run `grader release {assignment}`", False
    return "release/ is up to date", True
