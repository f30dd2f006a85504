"""The examiner: collects an assignment's hidden tests once and runs them for one submission after another, each behind its
own wall."""

import contextlib
import gc
import hashlib
import itertools
import os
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from grader.course.folder import Course
from grader.exam import diagnosis, fixtures, marks, pipe, quotable
from grader.exam.attempt import Attempt
from grader.exam.graded import Graded
from grader.exam.outcomes import NotPassed, Outcome, Stopped
from grader.exam.plan import Plan, PlanError, exercise_of
from grader.exam.prefetch import Answers, OnReference, Script, Trial, Unforeseen
from grader.exam.submission import Submission
from grader.exam.whys import reading
from grader.exam.whys.model import Model, Others
from grader.notebook import returns
from grader.notebook.align import align
from grader.notebook.cells import Notebook, cell_label, code_to_run, grade_id, role
from grader.notebook.definitions import bound_names
from grader.notebook.read import Unreadable, parse
from grader.notebook.source import Source
from grader.result import FAILED, FAULT, PASSED, Result
from grader.sandbox import walls
from grader.sandbox.host import Building, ForkServer
from grader.words import _

SEEDS = 32  # of probes: a student's is picked by the course's secret and the student's id
GC_EVERY_SUBMISSIONS, LARGE_BYTES = 10, 1 << 18  # garbage is collected after so many, or after one that gave back so many bytes
FIRST_WRONG = 2  # questions of a lost test by which another form of the code shows that it comes near
TOGETHER = 4, 8  # forms asked together, fewer at first: where one of them passes, the others were asked in vain
FORM, MOST_WORK = 500, 160_000  # calls of functions that a form is worth by itself, and that all of them may take the reference
TRY_SECONDS, A_CALL, MOST_SECONDS = 0.03, 1e-5, 0.2  # of processor time for each of these, for each call, and at most
TRY_ALL_SECONDS = 6.0  # of the clock, for all that are asked together
LATE = 2  # forms that don't end before the rest is given up
GC_ALL_EVERY = 200  # submissions after which it is also looked for among what has been here longer: scripts, known solutions


class Examiner:
    """A pytest plugin whose test loop serves submissions. The fixtures of hidden tests are defined in `fixtures`."""

    def __init__(
        self,
        course: Course,
        source: Source,
        building: Building,
        secret: bytes,
        say: Callable[[dict[str, Any]], object],
        says_stale: bool = False,
    ):
        self.course, self.source, self.building, self.secret, self.say = course, source, building, secret, say
        self.server: ForkServer | None = None
        self.siblings = course.siblings(source.name)
        self.reference = course.reference(source.name)
        self.library = diagnosis.KnownMistakes(course, source.name)
        self.model = Model(course, source.name)
        self.says_stale = says_stale
        self.doubted = False  # whether causes are looked for as if every part had been failed
        self.student: Submission | None = None  # the Submission that is examined, or the reference
        self.student_id = ""
        self.outcomes: dict[str, Outcome] = {}
        self.advice: dict[str, list[str]] = {}
        self.received, self.messages = 0, 0  # bytes that came from the submission, messages that its tests sent
        self._asks = ("", "")  # (module, test or fixture) whose turn it is
        self._generator: np.random.Generator | None = None  # of its probes
        self.collect_errors = ""
        self._scripts: dict[tuple[str, int], Script] = {}  # (test file, seed): Script
        self._diagnosing = False  # whether probes are drawn that are the same for everyone

    def pytest_configure(self, config: Any) -> None:
        config.addinivalue_line("markers", "points(n): what a part is worth")
        config.stash[fixtures.EXAMINER] = self
        config.pluginmanager.register(fixtures)

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Exercises in the notebook's order: what a test brings along is never the answer to one that comes later."""
        order = {name: n for n, name in enumerate(self.source.exercises)}
        items.sort(key=lambda item: order.get(exercise_of(item.module.__name__), len(order)))

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            why = str(report.longrepr).strip().splitlines()[-1].removeprefix("E").strip()  # no more: they are hidden
            self.collect_errors += f"{report.nodeid}: {why[:200]}; "

    def pytest_runtestloop(self, session: Any) -> bool:
        if session.testsfailed:
            return False
        try:
            plan = Plan.of(self.source, session.items)
        except PlanError as error:
            self.say({"refused": str(error)})
            return True
        try:
            self.server = self.building.done()  # only now: it has started while this process loaded pytest and collected
        except walls.NoWalls as error:
            self.say({"refused": _("no walls can be built around student code here ({why}).").format(why=error)})
            return True
        gc.collect()
        gc.freeze()
        gc.disable()  # left to itself, it would look through everything several times a submission
        self.say({"ready": self.server.level})
        n = 0
        while request := pipe.receive(sys.stdin.buffer):
            if exercise := request.get("signatures"):
                try:
                    self.say({"made": self._build_signatures(session, exercise)})
                except Exception as error:
                    self.say({"refused": f"no signatures of {exercise} can be made: {type(error).__name__}: {error}"[:500]})
                continue
            self.doubted = request.get("doubted", False)
            result, notebook, points = self.examine(session, plan, request["student"], request["data"], request["causes"])
            result = replace(result, digest=request["digest"])
            notebooks = {self.source.name: notebook} if notebook else {}
            graded = Graded.of(result, points, notebooks, page=request["page"], messages=self.messages)
            self.say(vars(graded))
            del result, notebook, notebooks, graded  # what is still held outlives the next collection, however large it is
            self.student, self.outcomes, self.advice = None, {}, {}
            if n % GC_EVERY_SUBMISSIONS == 0 or self.received > LARGE_BYTES:
                gc.collect(2 if n % GC_ALL_EVERY == 0 else 1)
            n += 1
        return True

    def examine(
        self, session: Any, plan: Plan, student_id: str, data: bytes, causes: bool
    ) -> tuple[Result, Notebook | None, dict[str, float | None]]:
        """What came of one submission: its Result, the autograded notebook or None, the points of its test cells.

        causes: whether to look for the mistakes behind what it loses."""
        assert self.server
        started = time.monotonic()
        facts: dict[str, Any] = {"assignment": self.source.name, "student": student_id, "isolation": self.server.level}
        facts["max_score"] = self.source.max_score
        self.student_id, self.outcomes, self.advice, self.received, self.messages = student_id, {}, {}, 0, 0
        try:
            notebook, notes = align(parse(data), self.source, self.siblings)
        except Unreadable as error:
            result = marks.unreadable(reason=str(error), seconds=time.monotonic() - started, **facts)
            return result, None, dict.fromkeys([*self.source.points, *self.source.by_hand])
        quotable.examine(notebook)
        attempt = Attempt(self.server, notebook)
        submission = self._submission(attempt)
        cell_numbers = {grade_id(cell): n for n, cell in enumerate(notebook["cells"]) if role(cell) == "test"}
        try:
            for module, found in itertools.groupby(session.items, lambda item: item.module):
                exercise = exercise_of(module.__name__)
                stands = sorted({cell_numbers[part.cell] for part in plan.parts if part.exercise == exercise})
                with contextlib.suppress(Stopped):  # then whatever is asked says so
                    self._run_cells_before(attempt, exercise, stands)
                self._advise_on_later_cells(attempt, exercise)
                items = list(found)
                answers = self._judge(submission, items)
                self._judge_with_returns(attempt, exercise, stands, items)
                if causes:
                    self._diagnose(plan, submission, answers, exercise, stands, items)
                attempt.forget()
            attempt.run_rest()
        finally:
            self.received, self.messages = attempt.received, attempt.messages
            attempt.close()
        by_hand = marks.by_hand(notebook, self.source)
        facts["by_hand"] = tuple((name, self.source.by_hand[name], "") for name, given in by_hand.items() if given is None)
        result = marks.mark(plan, self.outcomes, self.advice, notes=notes, seconds=time.monotonic() - started, **facts)
        points = marks.cell_points(plan, result) | by_hand
        return result, marks.write_outputs(notebook, plan, result, points, attempt.cells), points

    def _run_cells_before(self, attempt, exercise, stands):
        """Run the notebook up to where the first test cell of an exercise stands, and on to its last where what the exercise
        is to define is not there yet: it is judged as things are then, whatever later cells do.

        stands: the numbers of the exercise's test cells. Later exercises are never judged before earlier ones, since their
        tests may bring the reference's pieces of these."""
        first, last = stands[0], stands[-1]
        names = bound_names(self.source.cells[exercise]["source"]) if first < last else ()
        if not attempt.run_to(first, sorted(names)):
            attempt.run_to(last)

    def _advise_on_later_cells(self, attempt, exercise):
        """Advise where a cell that has not run yet binds a name of the exercise to something else: it costs nothing."""
        names = bound_names(self.source.cells[exercise]["source"])
        for later, text in attempt.code:
            if later >= attempt.reached and any(name in text for name in names) and (again := sorted(names & bound_names(text))):
                self.advice.setdefault(exercise, []).append(
                    _("{names} means something else from {cell} on. Your exercise was judged as it was before.").format(
                        names=_(", ").join(f"`{name}`" for name in again), cell=cell_label(attempt.notebook, later)
                    )
                )

    def _judge(self, submission, items, answers=None):
        """Have the hidden tests of one exercise say what they find: those at once whose answers are the reference's, the others
        over the answers that are there, and what asks more, question by question. answers: those that are here already.

        Returns the Answers."""
        self.student, submission.answers = submission, None
        answers = answers or Answers(self._script(items), submission.source)
        if answers.there:
            fits = [item for item in items if answers.passes(item.nodeid, item.fixturenames)]
            self.outcomes |= {item.nodeid: Outcome(PASSED) for item in fits}
            items = [item for item in items if item not in fits]
        submission.answers, foreseen = answers, [item for item in items if answers.covers(item.nodeid)]
        for item, following in itertools.zip_longest(foreseen, foreseen[1:]):
            if not self._run(item, following) and answers.changed:
                answers.changed = False
                self._begin_anew(item)
                self._run(item, following)
            if not answers.there or not submission.alive:
                break  # what was asked besides ended the process: the others ask the next one
        submission.answers, left = None, [item for item in items if item.nodeid not in self.outcomes]
        if left and foreseen:
            self._begin_anew(left[0])
        for item, following in itertools.zip_longest(left, left[1:]):
            if not self._run(item, following):
                self._begin_anew(item)  # nothing is asked together any more
                self._run(item, following)
        return answers

    def _submission(self, attempt):
        return Submission(attempt, self.source.definitions, self.library.reference_names)

    def _judge_with_returns(self, attempt, exercise, stands, items):
        """Let a missing `return` cost one part alone, the first that shows it: the others are what they are with it put in."""
        lost = [item.nodeid for item in items if self.outcomes[item.nodeid].outcome != PASSED]
        if len(lost) < 2:
            return
        cells = attempt.notebook["cells"]
        mended = {n: returns.put_in(cells[n]["source"], self.library.cells[exercise]) for n in self._cells_of(cells, exercise)}
        missing = sum(found for _text, found in mended.values())
        if not missing:
            return
        cells = [{**cell, "source": mended[n][0]} if n in mended else cell for n, cell in enumerate(cells)]
        with self._apart(), contextlib.closing(attempt.again({**attempt.notebook, "cells": cells})) as again:
            with contextlib.suppress(Stopped):
                self._run_cells_before(again, exercise, stands)
            self._judge(self._submission(again), items)
            won = [test for test in lost if self.outcomes[test].outcome == PASSED]
        self.outcomes |= dict.fromkeys(won[missing:], Outcome(PASSED))

    def _passed_with(self, attempt, answers, exercise, stands, items, parts, wanted, codes):
        """Yield for each of some other forms of a submission's code of an exercise the lost parts that it passes; none where it loses
        one that was passed. Those that an exception stopped count only all together.

        answers: to the submission as it is; wanted: the parts that are looked for. What was wrong first is asked of many forms together;
        a form that answers it nearly as the reference does is judged."""
        passed = {item.nodeid for item in items if self.outcomes[item.nodeid].outcome == PASSED}
        lost, kept = [item for item in items if item.nodeid not in passed], [item for item in items if item.nodeid in passed]
        stopped_at = {item.nodeid for item in lost if self.outcomes[item.nodeid].lines}  # all pass, or it only goes on elsewhere
        script = self._script(items)
        with contextlib.closing(attempt.again(attempt.notebook)) as again:
            try:
                self._run_cells_before(again, exercise, stands)
                trial = self._trial(again, script, answers, [item for item in lost if parts.get(item.nodeid) in wanted])
                most = MOST_WORK // (FORM + trial.work) if trial else 0
                for code, its in _tried(again, stands[0], itertools.islice(codes, most), trial):
                    if not trial.comes_near(its):
                        yield frozenset()
                        continue
                    again.ask({"do": "forget"})
                    again.ask({"do": "run", "source": code, "cell": stands[0]})
                    with self._apart():
                        found, submission = Answers(script, again), self._submission(again)
                        self._judge(submission, lost, found)
                        won = {test for test, outcome in self.outcomes.items() if outcome.outcome == PASSED}
                        won -= set() if stopped_at <= won else stopped_at
                        if won:
                            self._judge(submission, kept, found)
                        spoiled = any(self.outcomes[test].outcome != PASSED for test in passed & self.outcomes.keys())
                    yield frozenset() if spoiled else frozenset(parts[test] for test in won if test in parts)
            except Stopped:
                return

    def _trial(self, again, script, answers, lost):
        """The Trial of some lost tests: of a submission that answered, what was first wrong, with as little as shows that it is; of one
        that did not, all that the tests ask. again: it once more, its cells run."""
        asked, needed, names = [], [], self.library.reference_names
        for item in lost:
            askers = {item.nodeid, *item.fixturenames}
            for n in answers.unlike(item.nodeid, item.fixturenames)[:FIRST_WRONG] if answers.there else ():
                asked.append((script.up_to(n, askers), [n]))
                needed.append((script.needed_for(n, names) or asked[-1][0], [n]))
            if not answers.there and (numbers := [n for n, line in enumerate(script.lines) if line.asker in askers]):
                asked.append((script.up_to(numbers[-1], askers), numbers))
        if needed:
            trial = Trial(script, needed, names)
            own = again.ask_together([{"do": "batch", **trial.asks}], TRY_ALL_SECONDS)
            if own and not trial.comes_near(own[0].get("answers")):
                return trial
        return Trial(script, asked, names)

    @contextlib.contextmanager
    def _apart(self):
        """Judge something else meanwhile, whose outcomes are its own."""
        kept = self.student, self.outcomes, self.advice
        self.outcomes, self.advice = {}, {}
        try:
            yield
        finally:
            self.student, self.outcomes, self.advice = kept

    def _cells_of(self, cells, exercise):
        return [n for n, cell in enumerate(cells) if cell["cell_type"] == "code" and grade_id(cell) == exercise]

    def _run(self, item, following):
        """Run a hidden test and note what came of it. Returns whether it came to an end: it doesn't where it asks what was not
        foreseen. Only a test that ran to its end is passed; what is no NotPassed is our own fault.

        Fixtures are made and let go of as pytest does it; its hooks for whoever looks on would take as long as most tests."""
        ended, state = True, item.session._setupstate
        try:
            item._initrequest()
            state.setup(item)
            self._turn_to(item.module, item.nodeid)
            item.runtest()
            self.outcomes[item.nodeid] = Outcome(PASSED)
        except Unforeseen:
            ended = False
        except NotPassed as error:
            fields = ("outcome", "message", "hint", "shapes", "lines", "stopped", "cause", "misconception", "confidence")
            self.outcomes[item.nodeid] = Outcome(**{name: getattr(error, name) for name in fields})
        except BaseException as error:
            self._note_fault(item, error)
        try:
            state.teardown_exact(following)
        except BaseException as error:
            self._note_fault(item, error)
        item._request, item.funcargs = False, None
        return ended

    def _note_fault(self, item, error):
        if isinstance(error, walls.NoWalls):
            print(f"the examiner ends: {error}", file=sys.stderr, flush=True)
            os._exit(1)  # the fork server is gone: the next worker brings one of its own
        if isinstance(error, KeyboardInterrupt):
            raise error
        self.outcomes[item.nodeid] = Outcome(FAULT)
        why = f"{type(error).__name__}: {error}"
        print(f"{item.nodeid} for {self.student_id!r}: {why[:500]!r}", file=sys.stderr)

    def _begin_anew(self, item):
        """Let go of all fixtures, and of what came of them."""
        item.session._setupstate.teardown_exact(None)

    def _script(self, items):
        """The questions of a test file, rehearsed on the reference once for each seed."""
        key = items[0].module.__name__, self._seed_number
        if key not in self._scripts:
            rehearsal, outcomes = self._rehearsed(items, self.library.reference_names())
            passed = [test for test, outcome in outcomes.items() if outcome.outcome == PASSED]
            self._scripts[key] = Script(rehearsal.questions(exercise_of(key[0])), passed)
        return self._scripts[key]

    def _rehearsed(self, items, names):
        """(Submission, {test: Outcome}) of the tests of a file, run over what the course's own code answers."""
        with self._apart():
            self.student = Submission(OnReference(names), self.source.definitions)
            for item, following in itertools.zip_longest(items, items[1:]):
                self._run(item, following)
            return self.student, self.outcomes

    def _diagnose(self, plan, submission, answers, exercise, stands, items):
        """Say why of an exercise that has a failed part. Its marks stand already: an error here is no fault of theirs."""
        attempt = submission.source
        parts = {p.test: p.part for p in plan.parts if p.exercise == exercise}
        outcomes = {test: self.outcomes[test] for test in parts if test in self.outcomes}
        if self.doubted:
            outcomes = dict.fromkeys(parts, Outcome(FAILED, "?"))
        if not any(outcome.outcome == FAILED for outcome in outcomes.values()):
            return
        started = time.monotonic()
        fixtures = {item.nodeid: item.fixturenames for item in items}
        others = Others(self.model, exercise, lambda: self._probed(attempt, exercise, items), self.library.names_of, lambda code: self._lost_by(items, parts, code), lambda: self._code_of(submission, exercise), lambda wanted, codes: self._passed_with(attempt, answers, exercise, stands, items, parts, wanted, codes))  # fmt: skip
        right = lambda record, lost: self._script(items).right(record, lost, self.library.reference_names)
        try:
            asked = submission.questions(exercise)
            with warnings.catch_warnings(action="ignore"):  # known code's are nobody's business
                self.outcomes |= self.library.explain(exercise, asked, outcomes, parts, fixtures, others, right)
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            print(f"no diagnosis of {exercise} for {self.student_id!r}: {why[:500]!r}", file=sys.stderr)
        attempt.allow(time.monotonic() - started)

    def _code_of(self, submission, exercise):
        """A student's own code of an exercise, as it stands in the notebook, and after it what other cells of theirs define for it; ""
        where another cell gives its names a meaning, too."""
        notebook = submission.source.notebook
        cells, numbers = notebook["cells"], self._cells_of(notebook["cells"], exercise)
        names = bound_names(self.source.cells[exercise]["source"])
        for number, text in code_to_run(notebook):
            if number not in numbers and any(name in text for name in names) and names & bound_names(text):
                return ""
        own = "\n".join(cells[n]["source"] for n in numbers)
        given = {cell["source"] for cell in self.source.cells.values()}
        theirs = [c["source"] for c in cells if c["cell_type"] == "code" and not grade_id(c) and c["source"] not in given]
        return "\n".join([own, *(reading.helpers(text, own) for text in theirs)])

    def _probed(self, attempt, exercise, items):
        """(the Script of the probes that are the same for everyone, each as it was asked a submission and answered), None where
        there is none."""
        if self.says_stale and self.model.signatures(exercise) is None:
            sentence = _("The signatures of {exercise} are missing or stale: of mistakes that nobody stored, fewer are named. `grader release {name}` makes them.")  # fmt: skip
            print(sentence.format(exercise=exercise, name=self.source.name), file=sys.stderr)
        if not attempt.alive:
            return None
        with self._same_for_all():
            script = self._script(items)
        answers = Answers(script, attempt)
        return (script, answers.asked()) if answers.there else None

    def _lost_by(self, items, parts, code):
        """The parts that a cell loses by its own."""
        with self._same_for_all():
            _rehearsal, outcomes = self._rehearsed(items, self.library.names_of(code))
        return frozenset(parts[test] for test, outcome in outcomes.items() if test in parts and outcome.outcome != PASSED)

    @contextlib.contextmanager
    def _same_for_all(self):
        self._diagnosing = True
        try:
            yield
        finally:
            self._diagnosing = False

    def _build_signatures(self, session, exercise):
        """Make the signatures of an exercise, and keep them. Returns how many mutants there are."""
        items = [item for item in session.items if exercise_of(item.module.__name__) == exercise]
        with self._same_for_all():
            script = self._script(items)
        return len(self.model.build(exercise, script, self.library.names_of).made)

    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> None:
        if fixturedef.scope == "module":  # the others ask nothing
            self._turn_to(request.module, fixturedef.argname)

    def _turn_to(self, module, asker):
        self.student.turn_to(exercise_of(module.__name__), asker)
        self._asks, self._generator = (module.__name__, asker), None

    @property
    def generator(self) -> np.random.Generator:
        """Draws the probes of the test or fixture whose turn it is."""
        if self._generator is None:
            self._generator = np.random.default_rng(self._seed(*self._asks))
        return self._generator

    @property
    def _seed_number(self):
        """Which of the course's seeds is this student's: the same on every regrade, unknown outside."""
        if self._diagnosing:
            return SEEDS
        return int.from_bytes(hashlib.sha256(self.secret + b"\0" + self.student_id.encode()).digest()[:8], "little") % SEEDS

    def _seed(self, *names):
        """For the probes of one test or fixture."""
        names_in_bytes = "\0".join((self.source.name, str(self._seed_number), *names)).encode()
        secret = b"" if self._diagnosing else self.secret
        return int.from_bytes(hashlib.sha256(secret + b"\0" + names_in_bytes).digest()[:16], "little")


def _tried(attempt, cell, codes, trial):
    """(code, its answers to a Trial, none where there are none) of other forms of a cell, many asked together; until too many of them
    don't end."""
    left, sizes, late = iter(codes), itertools.chain(TOGETHER, itertools.repeat(TOGETHER[-1])), 0
    seconds = min(TRY_SECONDS + A_CALL * trial.work, MOST_SECONDS)
    while late < LATE and (together := list(itertools.islice(left, next(sizes)))):
        found: list[dict] = []
        while late < LATE and (rest := together[len(found) :]):
            requests = [{"do": "try", "source": code, "cell": cell, "seconds": seconds} for code in rest]
            requests[0] |= trial.asks
            came = attempt.ask_together(requests, TRY_ALL_SECONDS)
            found += came if attempt.alive else [*came, {"late": True}]
            late = sum("late" in its for its in found)
        if late:
            attempt.close()  # what was stopped may have been anywhere
        for code, its in zip(together, found, strict=False):
            yield code, its.get("answers")
