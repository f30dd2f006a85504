"""One submission's process: its cells run up to where its tests stand, fresh starts, and what all of it may use."""

import contextlib
import math
import time
from collections.abc import Iterable
from typing import Any

from grader.exam import explain_errors, missing
from grader.exam.outcomes import Stopped
from grader.exam.remote_error import Ran, RemoteError
from grader.notebook import outputs as shown
from grader.notebook.cells import Notebook, code_to_run
from grader.sandbox import wire
from grader.sandbox.channel import Child, Ended
from grader.sandbox.host import ForkServer
from grader.sandbox.objects import as_sent
from grader.words import _

MAX_REPLAYS = 3  # cells that run out of time before the rest is given up
MAX_RECEIVED = 64 << 20  # bytes that the answers to one submission's tests may take here: they are kept until it is marked


class Attempt:
    """Runs a notebook's cells in a child of the fork server and asks questions of what they defined.

    A child that dies, or that a deadline ends, is followed by a fresh one in which the same cells run again, up to the cell
    that had been reached. `child_number` is the number of the child: each one's handles are its own."""

    def __init__(self, server: ForkServer, notebook: Notebook, code: list[tuple[int, str]] | None = None):
        """code: (number, source) of the cells to run, by default those that grading runs."""
        self.notebook = notebook
        self.limits = server.limits
        self.child_number = 0
        self.messages = 0  # that tests have sent
        self.cells: dict[int, Ran] = {}  # number of a cell: what its last run left
        self.stopped: dict[int, str] = {}  # {number of a cell that ran out of time or died: why}; it is not run again
        self._server = server
        self._child: Child | None = None
        self._received = 0  # bytes, from the children before this one
        self._until = time.monotonic() + server.limits.total_seconds
        self.code = code_to_run(notebook) if code is None else code
        self.reached = 0  # cells before this number have run, or are to run
        self._left: list[tuple[int, str]] = []  # (number, source) of those that are still to run in this child
        self._seconds = 0.0  # left for the cells of this child
        self._room = shown.Room(0)
        self._hung: set[str | None] = set()  # functions that did not return in time, and are not called again
        self._before: list[dict[str, Any]] = []  # requests that go ahead of the next cells

    @property
    def alive(self) -> bool:
        return self._child is not None and self._child.alive

    @property
    def received(self) -> int:
        """What all answers weigh here, in bytes."""
        return self._received + (self._child.received if self._child else 0)

    def run_to(self, number: int, names: Iterable[str] = ()) -> bool:
        """Run the cells before cell `number`. Returns whether all of `names` are defined then. Raises Stopped."""
        self.reached = max(self.reached, number)
        while True:
            self._start()
            missing = self._run_cells(names)
            if missing is not None:
                return not missing

    def run_rest(self) -> None:
        """Run the cells that are still to run, for what they show, but for a submission that has used up all it may."""
        if any(number not in self.cells for number, _source in self.code):
            with contextlib.suppress(Stopped):
                self.run_to(len(self.notebook["cells"]))

    def ask(self, request: dict, called: str | None = None, seconds: float | None = None) -> dict:
        """The child's answer to a request. Raises Stopped where there is none within `seconds`."""
        if called in self._hung and request["do"] == "call":
            raise Stopped(_("`{name}` was stopped before, and is not called again.").format(name=called))
        child = self._ready_child()
        limit = seconds or self.limits.call_seconds
        self.messages += 1
        try:
            return child.ask(as_sent(request), limit)
        except wire.Malformed as error:
            raise ValueError(f"a test sends what can't cross the wall: {error}") from None
        except Ended as end:
            if request["do"] in ("name", "bring") and self._leave_out_greedy_cells():
                return self.ask(request, called, seconds)  # none of the student's code ran: what ended it was there before
            what = f"`{called}`" if called else _("your code")
            if end.reason == "timeout":
                self._hung.add(called)
                raise Stopped(
                    _("{what} was stopped after {seconds:g} s.").format(what=what, seconds=limit),
                    _("Is there a loop that never ends, or one that runs far more often than it needs to?"),
                ) from None
            if end.limit:
                why = explain_errors.limit_sentence(self.limits, end.limit)
                raise Stopped(_("{what} was stopped: {why}.").format(what=what, why=why)) from None
            raise Stopped(
                _("The process of your code ended while {what} ran: a crash, an exit, or too much memory.").format(what=what)
            ) from None

    def ask_ahead(self, request: dict, known: wire.Known) -> dict | None:
        """The answer to a request that holds many questions, None where there is none: then they are asked one by one, and it is
        said of the right one what went wrong. known: the answers that are expected."""
        try:
            child = self._ready_child()
            self.messages += 1
            return child.ask(request, self.limits.call_seconds, known)
        except (Stopped, Ended):
            return None

    def ask_together(self, requests: Iterable[dict], seconds: float) -> list[dict]:
        """The answers to requests that go out together, those that came within `seconds`. Raises Stopped."""
        child, answers = self._ready_child(), list[dict]()
        self.messages += 1
        with contextlib.suppress(Ended):
            for answer in child.ask_each(requests, seconds, wire.Known()):
                answers.append(answer)
        return answers

    def why_missing(self, name: str) -> missing.Why:
        """Why a name is not defined: see `explain_errors.why_missing`."""
        return explain_errors.why_missing(name, self.notebook, self.cells, self.stopped, self.limits)

    def forget(self) -> None:
        """Before the next cell runs, undo what tests put in place and let go of what they brought."""
        self._before = [{"do": "forget"}]

    def allow(self, seconds: float) -> None:
        """Give the submission more time: the examiner has used so much itself."""
        self._until += seconds

    def again(self, notebook: Notebook) -> "Attempt":
        """An Attempt with another form of the notebook, within what this one may still use."""
        other = Attempt(self._server, notebook)
        other._until, other._received = self._until, self.received
        return other

    def close(self) -> None:
        if self._child is not None:
            self._child.close()

    def _ready_child(self) -> Child:
        """A child in which the cells have run, as far as they were to. Raises Stopped."""
        if not self.alive:
            self.run_to(self.reached)
        self._check_total()
        assert self._child
        return self._child

    def _start(self):
        """See to it that a child is alive."""
        if not self.alive:
            self._check_total()
            self._received = self.received
            self._child = self._server.open()
            self.child_number += 1
            self._left = [] if len(self.stopped) > MAX_REPLAYS else [cell for cell in self.code if cell[0] not in self.stopped]
            self._seconds = self.limits.cells_seconds
            self._room = shown.Room(self.limits.output)
            self._before = []

    def _check_total(self):
        """Raise Stopped where the submission has had all that it may use, its fresh starts included."""
        if time.monotonic() > self._until:
            raise Stopped(
                _("not tried: your notebook had used up {seconds:g} s, the limit for everything together.").format(
                    seconds=self.limits.total_seconds
                )
            )
        if self.received > MAX_RECEIVED:
            self.close()
            raise Stopped(
                _("not tried: your code had given back {limit} MB, the limit for everything together.").format(
                    limit=MAX_RECEIVED >> 20
                )
            )

    def _run_cells(self, names):
        """Run what is left before the cell that is to be reached; those of `names` that are missing then. None where the
        child ended, or where its cells must run again without one."""
        cells = [cell for cell in self._left if cell[0] < self.reached]
        self._left = self._left[len(cells) :]
        requests = [{"do": "run", "source": source, "cell": number} for number, source in cells]
        if not (requests or names or self._before):
            return []
        if names:
            requests.append({"do": "missing", "names": list(names)})
        started, before, self._before = time.monotonic(), self._before, []
        answers = self._child.ask_each([*before, *requests], max(self._seconds, 0.1))
        running = None
        try:
            for _request in before:
                next(answers)
            for running, _source in cells:
                answer, number = next(answers), running
                error = RemoteError.parse(raised) if isinstance(raised := answer.get("error"), dict) else None
                self.cells[number] = Ran(self._room.outputs(answer.get("outputs")), error)
                if error and explain_errors.limit_of(error) and self._leave_out_greedy_cells(before=number):
                    self.close()
                    return None
            running = None
            missing = next(answers).get("value") if names else []
        except Ended as end:
            if running is None and cells:
                running = cells[-1][0]  # it ran, and left nothing that could be looked at
            if running is not None:
                self._leave_out(running, end)
            return None
        self._seconds -= time.monotonic() - started
        return missing if isinstance(missing, list) else list(names)

    def _leave_out(self, number, end):
        """Note the cell in which the child ended."""
        if end.reason == "timeout":
            why = _("stopped after {seconds:g} s, the limit for all cells together").format(seconds=self.limits.cells_seconds)
        elif end.limit:
            why = explain_errors.limit_sentence(self.limits, end.limit)
        else:
            why = _("its process ended (a crash, `os._exit`, or too much memory)")
        self.stopped[number] = why
        self.cells[number] = Ran([], RemoteError(_("Stopped"), why))

    def _leave_out_greedy_cells(self, before=math.inf):
        """Whether there are cells that went to a limit, and so may have left nothing to those that follow."""
        errors = {number: ran.error for number, ran in self.cells.items() if ran.error and number < before}
        greedy = {
            n: explain_errors.limit_sentence(self.limits, explain_errors.limit_of(e))
            for n, e in errors.items()
            if n not in self.stopped and explain_errors.limit_of(e)
        }
        self.stopped.update(greedy)
        return bool(greedy)
