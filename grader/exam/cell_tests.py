"""A notebook's own test cells as hidden tests: each is run here, with what it uses of the submission behind the wall.

It is passed where it comes to its end, and earns the number that is its last value, if that is one: as nbgrader has it. What it
printed goes nowhere; what it compares with is never sent.
"""

import ast
import builtins
import contextlib
import faulthandler
import io
import os
import random
import re
import signal
import sys
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from grader.exam import explain_errors
from grader.exam.attempt import Attempt
from grader.exam.cell_names import OVER_THERE, Names, Whose
from grader.exam.outcomes import Failed, NotRun, Outcome, Stopped
from grader.exam.remote import HERE, CannotBe, Remote, RemoteSession
from grader.notebook.cells import is_to_be_made
from grader.notebook.source import Source
from grader.result import FAILED, PASSED
from grader.words import _, plain

LAST = " last value"  # the name that a cell's last value gets, which no code can have
_NOWHERE = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
HARD_SECONDS = 10  # after its time a cell that nothing stops ends this process
DRAWS = re.compile(r"random|seed|shuffle")


class TimeUp(BaseException):
    """The cell took too long."""


@dataclass(frozen=True)
class CellTest:
    """A test cell, ready to run. cannot: why it can't be judged apart from a submission, or ""."""

    name: str
    points: float
    title: str
    exercise: str
    text: str
    visible: int  # lines at its beginning that students have
    code: Any = None
    draws: bool = False
    cannot: str = ""
    hidden_lines: frozenset[int] = frozenset()
    steps: frozenset[tuple[Any, ...]] = frozenset()  # what the reference's objects were asked


@dataclass(frozen=True)
class Judged:
    """What came of a test cell for one submission: points, None where a person is to give them."""

    outcome: Outcome
    points: float | None
    cannot: str = ""
    steps: frozenset[tuple[Any, ...]] = field(default_factory=frozenset)
    handed: frozenset[str] = frozenset()  # names of the course's own classes that are wanted beside the submission


def cell_tests(source: Source) -> list[CellTest]:
    """The test cells of a notebook, in its order."""
    exercise, found = "", []
    for name, cell in source.cells.items():
        if name in source.points:
            found.append(_cell_test(name, cell["source"], source, exercise))
        elif name in source.exercises:
            exercise = name
    return found


def _cell_test(name, text, source, exercise):
    facts = {"name": name, "points": source.points[name], "text": text, "exercise": exercise or source.name}
    facts["hidden_lines"] = frozenset(_hidden(text, source.clearing.hidden))
    facts["visible"] = len(source.released_text(name).split("\n"))
    facts["draws"] = bool(DRAWS.search(text)) or any(DRAWS.search(given) for given in source.given)
    try:
        parsed = ast.parse(text)
    except (SyntaxError, ValueError):
        return CellTest(**facts, title=name, cannot=_("it holds a magic, a shell command or what is no Python"))
    title = (ast.get_docstring(parsed) or _first_comment(text) or name).strip().split("\n")[0].rstrip(".")
    if is_to_be_made(text):
        return CellTest(**facts, title=name, cannot=_("it holds AUTOTEST, and so no test yet: write asserts in its place"))
    parsed = ast.fix_missing_locations(_Remote().visit(parsed))
    if parsed.body and isinstance(last := parsed.body[-1], ast.Expr) and not text.rstrip().endswith(";"):
        parsed.body[-1] = ast.copy_location(ast.Assign([ast.Name(LAST, ast.Store())], last.value), last)
        ast.fix_missing_locations(parsed)
    return CellTest(**facts, title=title, code=compile(parsed, f"{HERE}{name}>", "exec"))


def _hidden(text, words):
    within = False
    for number, line in enumerate(text.split("\n"), 1):
        within = within or words[0] in line
        if within:
            yield number
        within = within and words[1] not in line


def _first_comment(text):
    first = text.lstrip().split("\n")[0]
    return first.lstrip("# ") if first.startswith("#") and "BEGIN" not in first else ""


class _Remote(ast.NodeTransformer):
    """Imports of modules whose state is the submission's become names of theirs."""

    def visit_Import(self, node):
        remote = [alias for alias in node.names if alias.name in OVER_THERE and alias.asname]
        if not remote:
            return node
        left = [alias for alias in node.names if alias not in remote]
        made: list[ast.stmt] = [ast.Import(left)] if left else []
        for alias in remote:
            call = ast.Call(ast.Name(" module", ast.Load()), [ast.Constant(alias.name)], [])
            made.append(ast.Assign([ast.Name(alias.asname, ast.Store())], call))
        return [ast.copy_location(one, node) for one in made]


class Judge:
    """Judges the test cells of one submission's notebook, in order. What a test cell defines stands for those after it."""

    def __init__(self, attempt: Attempt, whose: Whose, folder: Path, seconds: float):
        """folder: where the cells find the course's files; seconds: that a cell may take."""
        self._attempt, self._folder, self._seconds = attempt, folder, seconds
        self._session = RemoteSession(attempt)
        self._space = Space(self._session, whose)

    def judge(self, cell: CellTest, foreseen: Set[tuple[Any, ...]] | None) -> Judged:
        """What comes of a test cell. foreseen: see `remote.RemoteSession.begin`."""
        if cell.code is None:
            return Judged(Outcome(FAILED), None, cell.cannot)
        before = self._space.state()
        first = self._tried(cell, foreseen, changes=True)
        if first.points and self._session.changed_more:
            # what the submission changed in place, and the reference did not, may have changed what it is compared with
            self._session.take_back()
            self._space.restore(before)
            return min(first, self._tried(cell, foreseen, changes=False), key=lambda judged: judged.points or 0.0)
        return first

    def _tried(self, cell, foreseen, changes):
        session, space = self._session, self._space
        session.begin(foreseen, cell.draws, changes)
        said = io.StringIO()
        error: BaseException | None = None
        with _within(self._folder, self._seconds), contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            try:
                space.begin(cell.name)
                exec(cell.code, space)
            except BaseException as raised:
                error = raised
        if isinstance(error, MemoryError):
            session.halt(Failed(_("What your code gave back takes more memory here than there is.")))
        elif isinstance(error, TimeUp):
            self._attempt.close()
            session.halt(
                Stopped(_("The test cell was stopped: it had not come to an end after {n:g} s.").format(n=self._seconds))
            )
        judged = self._judged(cell, session, space, error, space.pop_last(), said.getvalue())
        return replace(judged, handed=frozenset(session.handed))

    def _judged(self, cell, session, space, error, last, said):
        steps = frozenset(session.asked)
        if session.cannot and session.foreseen is None:
            return Judged(Outcome(FAILED), None, session.cannot, steps)
        if session.cannot and session.why is None:
            session.why = Failed(_("What your code gave back can't be handed on: {what}.").format(what=session.cannot))
        if session.why is None and error is not None:
            session.why = self._why(cell, session, space, error)
        if session.why is None and said:
            session.why = Failed(_("The test cell complains on standard error, which counts as failed."))
        if session.why is not None:
            return Judged(_outcome(session.why), 0.0, "", steps)
        earned = _number(last)
        if earned is None:
            return Judged(Outcome(PASSED), cell.points, "", steps)
        if isinstance(earned, str) or not 0 <= earned <= cell.points:
            shown = earned if isinstance(earned, str) else f"{earned:g}"
            cannot = _("its last value, {value}, is no number of points from 0 to {most:g}").format(value=shown, most=cell.points)
            return Judged(Outcome(FAILED), None, cannot, steps)
        if earned == cell.points:
            return Judged(Outcome(PASSED), cell.points, "", steps)
        message = _("{n:g} of {most:g} points.").format(n=earned, most=cell.points)
        return Judged(Outcome(FAILED, message), earned, "", steps)

    def _why(self, cell, session, space, error):
        """The outcome of an exception that ended the cell."""
        known = session.errors.get(id(error))
        if known is not None:
            name = known.function if known.function.isidentifier() else ""
            attempt = self._attempt
            return explain_errors.raised(known, plain(name, 60), attempt.notebook, attempt.limits, attempt.why_missing)
        if isinstance(error, NameError) and error.name in space.missing:
            why = self._attempt.why_missing(error.name)
            sentence = _("not run: `{name}` is not defined{why}.").format(name=error.name, why=why.rest)
            return NotRun(sentence, lines=why.lines, stopped=why.stopped)
        line = _line_of(error, cell)
        shown = cell.text.split("\n")[line - 1].strip() if line and line not in cell.hidden_lines else ""
        constant = _constant_message(cell, line) if isinstance(error, AssertionError) else ""
        if isinstance(error, AssertionError):
            if shown:
                sentence = _("Line {line} of the test cell does not hold: `{code}`.").format(line=line, code=plain(shown, 200))
            else:
                sentence = _("A hidden test does not hold.")
            return Failed(f"{sentence} {plain(constant, 300)}".rstrip())
        kind = plain(type(error).__name__, 60)
        if shown:
            return Failed(
                _("Line {line} of the test cell, `{code}`, can't do with what it found: {kind}.").format(
                    line=line, code=plain(shown, 200), kind=kind
                )
            )
        return Failed(_("A hidden test can't do with what it found: {kind}.").format(kind=kind))


def _outcome(why):
    fields = {name: getattr(why, name) for name in ("outcome", "message", "hint", "shapes", "lines", "stopped")}
    return Outcome(**fields)


def _number(last):
    """A cell's last value as points: None where it is no number, text where it is one that can't be read."""
    if isinstance(last, Remote):
        return _("an object of the submission's")
    if isinstance(last, (bool, np.bool_)) or not isinstance(last, (int, float, np.number)):
        return None
    try:
        return float(last)
    except (TypeError, ValueError, OverflowError):
        return repr(last)[:60]


def _line_of(error, cell):
    """The line of the cell that an exception passed last, None where it passed none."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == f"{HERE}{cell.name}>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _constant_message(cell, line):
    """The message of the assertion in a line, where it is written out there and holds nothing else."""
    for node in ast.walk(ast.parse(cell.text)):
        if isinstance(node, ast.Assert) and node.lineno <= (line or 0) <= (node.end_lineno or 0):
            return node.msg.value if isinstance(node.msg, ast.Constant) and isinstance(node.msg.value, str) else ""
    return ""


@contextlib.contextmanager
def _within(folder, seconds) -> Iterator[None]:
    """In a folder, for so long: then TimeUp is raised, and where nothing raises it any more this process ends."""

    def stop(*_args):
        raise TimeUp

    before, path = os.getcwd(), list(sys.path)
    draws = np.random.get_state(), random.getstate()
    handler = signal.signal(signal.SIGALRM, stop)
    os.chdir(folder)
    sys.path.append(str(folder))
    faulthandler.dump_traceback_later(seconds + HARD_SECONDS, exit=True, file=_NOWHERE)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, handler)
        os.chdir(before)
        sys.path[:] = path
        np.random.set_state(draws[0])
        random.setstate(draws[1])


class Space(dict[str, Any]):
    """The names of a submission's test cells: the course's own by value, those of the submission looked up when they are used."""

    def __init__(self, session: RemoteSession, whose: Whose):
        super().__init__()
        self.missing: set[str] = set()  # names that were looked for in the submission in vain
        self._session, self._whose, self._names = session, whose, Names()
        self._run: set[int] = set()  # numbers of the Statements that were run
        self._found: dict[str, Any] = {}
        super().__setitem__("__builtins__", _builtins(session))
        super().__setitem__("__name__", "__main__")
        super().__setitem__(" module", lambda name: session.step("module", name))

    def begin(self, cell: str) -> None:
        """Begin with a test cell."""
        names = self._names = self._whose.of.get(cell, Names())
        self._found, self.missing = {}, set()
        for number in names.statements:
            if number not in self._run and not self._do((number,)):
                for name in self._whose.statements[number].touches:  # they are where the same statement ran
                    super().pop(name, None)
        for name in (*names.theirs, *names.modules):  # a later cell of the course's source gave them another meaning
            super().pop(name, None)
        for name, statements in names.ours.items():
            if name in self.keys():
                self._do(statements)

    def state(self) -> tuple[dict[str, Any], set[int]]:
        return dict(self), set(self._run)

    def restore(self, state: tuple[dict[str, Any], set[int]]) -> None:
        held, self._run = state
        super().clear()
        super().update(held)

    def __missing__(self, name: str) -> Any:
        names = self._names
        for statements in (names.ours.get(name), names.ours.get("*") if name not in names.theirs else None):
            if statements and self._do(statements) and name in self.keys():
                return super().__getitem__(name)
        if name in names.modules:
            return self._kept(name, lambda: self._session.step("module", names.modules[name]))
        if name in names.if_imported and self._session.step("has", name) is True and self._do(names.if_imported[name]):
            return super().__getitem__(name)
        if name in names.tests or (name not in names.theirs and hasattr(builtins, name)):
            raise KeyError(name)
        return self._kept(name, lambda: self._session.step("name", name))

    def _kept(self, name, look):
        if name not in self._found:
            try:
                found = look()
            except KeyError:
                self.missing.add(name)
                raise KeyError(name) from None
            if not isinstance(found, Remote):
                return found  # it may be another one next time
            object.__setattr__(found, "_name", name)
            self._found[name] = found
        return self._found[name]

    def _do(self, statements):
        """Run statements of the course's given cells that were not run yet. Returns whether they could be: where one can't, a file
        is missing for example, what it gives is looked for in the submission, where the same cell ran."""
        for number in statements:
            if number not in self._run:
                self._run.add(number)
                cannot = self._session.cannot
                try:
                    with contextlib.redirect_stderr(io.StringIO()):  # what given cells say there is no matter of the test cell's
                        exec(self._whose.statements[number].code, self)
                except (Exception, CannotBe):
                    self._session.cannot = cannot
                    return False
        return True

    def __setitem__(self, name: str, value: Any) -> None:
        if name in self._names.theirs and not name.startswith(" "):
            self._found.clear()
            with contextlib.suppress(CannotBe):  # then it is only ours
                self._session.step("put", name, value)
                self._session.cannot = ""
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        if name in self._names.theirs:
            self._found.clear()
            if name in self.keys():
                super().__delitem__(name)
            self._session.step("delete", name)
            return
        super().__delitem__(name)

    def __contains__(self, name: object) -> bool:
        if super().__contains__(name) or not isinstance(name, str):
            return super().__contains__(name)
        try:
            self[name]
            return True
        except KeyError:
            return False

    def pop_last(self) -> Any:
        return super().pop(LAST, None)


def _builtins(session: RemoteSession) -> dict[str, Any]:
    """Python's own functions, where they would look at an object of the submission's with the submission's own eyes."""

    def is_theirs(kind):
        return isinstance(kind, Remote) or (isinstance(kind, tuple) and any(map(is_theirs, kind)))

    def isinstance_(thing, kind):
        kind = type if kind is type_ else kind
        if isinstance(thing, Remote):
            return session.step("isinstance", thing, kind)
        return isinstance(thing, kind if not is_theirs(kind) else tuple(_local(kind)))

    def issubclass_(one, kind):
        return session.step("issubclass", one, kind) if isinstance(one, Remote) or is_theirs(kind) else issubclass(one, kind)

    def callable_(thing):
        return session.step("callable", thing) if isinstance(thing, Remote) else callable(thing)

    class Meta(type):
        def __call__(cls, *args, **kwargs):
            if len(args) == 1 and isinstance(args[0], Remote):
                return session.step("type", args[0])
            return type(*args, **kwargs)

        def __instancecheck__(cls, thing):
            return isinstance_(thing, type)

    type_ = Meta("type", (), {})

    def refused(name):
        def refuse(*_args, **_kwargs):
            raise session.impossible(_("it calls `{name}`").format(name=name))

        return refuse

    made = dict(vars(builtins)) | {"isinstance": isinstance_, "issubclass": issubclass_, "callable": callable_, "type": type_}
    made |= {name: refused(name) for name in ("eval", "exec", "compile", "input", "exit", "quit", "breakpoint", "get_ipython")}
    return made | {"display": lambda *_args, **_kwargs: None}


def _local(kind: Any) -> Iterator[Any]:
    """The classes of Python's own in what isinstance is given."""
    for one in kind if isinstance(kind, tuple) else (kind,):
        if isinstance(one, tuple):
            yield from _local(one)
        elif not isinstance(one, Remote):
            yield one
