"""The student process: runs cells as Jupyter would and serves calls into what they defined.

Nothing here is trusted by anyone. It answers requests on one socket, one at a time:
run a cell, look up a name, get or set an attribute, call, define a part that a test brings along.
"""

import ast
import base64
import contextlib
import gc
import io
import linecache
import os
import re
import signal
import socket
import sys
from collections.abc import Iterable
from typing import Any

from .limits import Limits

# One thread, said before NumPy is loaded: a BLAS that may not start its second one hangs.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import IPython.core.compilerop
import IPython.core.displayhook
import IPython.core.displaypub
import IPython.core.history
import numpy as np
from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult, InteractiveShell
from traitlets import Type

from . import wire
from .objects import Objects, describe
from .operations import Operations

AGAIN = 0.004  # seconds after which what went on is stopped once more
WALKS = 12  # of a path, until Python has adapted to it
SHOWN_TYPES = ("text/plain", "image/png")  # what a page can show without trusting it


class Output:
    """What a cell shows, in order, up to a limit; the rest is dropped."""

    def __init__(self):
        self.start(0)

    def start(self, room: int) -> None:
        self.room = room
        self.items: list[dict[str, Any]] = []

    def add(self, kind: str, content: str | dict[str, Any], size: int) -> None:
        if size > self.room:
            self.room = 0
            if not self.items or self.items[-1]["kind"] != "dropped":
                self.items.append({"kind": "dropped"})
            return
        self.room -= size
        last = self.items[-1] if self.items else None
        if kind in ("stdout", "stderr") and last and last["kind"] == kind:
            last["text"].append(content)
        elif kind in ("stdout", "stderr"):
            self.items.append({"kind": kind, "text": [content]})
        else:
            self.items.append({"kind": kind, "data": content})

    def add_bundle(self, kind: str, data: dict[str, Any]) -> None:
        shown = {mime: value for mime, value in data.items() if mime in SHOWN_TYPES and type(value) in (str, bytes)}
        self.add(kind, shown, sum(map(len, shown.values())))

    def collected(self) -> list[dict[str, Any]]:
        joined = []
        for item in self.items:
            if "text" in item:
                item = {**item, "text": "".join(item["text"])}
            elif "data" in item:
                item = {**item, "data": {mime: _as_text(value) for mime, value in item["data"].items()}}
            joined.append(item)
        return joined


def _as_text(value):
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


class Stream(io.TextIOBase):
    """A standard stream that writes into an Output."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, output: Output, kind: str):
        self._output, self._kind = output, kind

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._output.add(self._kind, text, len(text))
        return len(text)

    def writable(self) -> bool:
        return True


OUTPUT = Output()


class Publisher(IPython.core.displaypub.DisplayPublisher):
    def publish(self, data: Any, metadata: Any = None, source: Any = None, **_: Any) -> None:
        OUTPUT.add_bundle("display", data)

    def clear_output(self, wait: bool = False) -> None:
        pass


class DisplayHook(IPython.core.displayhook.DisplayHook):
    is_quiet = False

    def quiet(self) -> bool:
        return self.is_quiet or super().quiet()

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        OUTPUT.add_bundle("result", format_dict)

    def finish_displayhook(self) -> None:
        pass


class Compiler(IPython.core.compilerop.CachingCompiler):
    """Names each cell's code by the cell's number, so that a line can be pointed at."""

    cell = 0

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        return f"<cell {self.cell}>"


class Shell(InteractiveShell):
    displayhook_class = Type(DisplayHook)
    display_pub_class = Type(Publisher)
    compiler_class = Type(Compiler)

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        pass  # the error is in the execution result

    showsyntaxerror = showindentationerror = showtraceback

    def _format_exception_for_storage(self, *args, **kwargs):
        return []  # nor is it kept in colours, which takes longer to load than NumPy

    # {the text of a cell: its code}; every notebook has these
    prepared: dict[str, list[Any]] = {}  # noqa: RUF012

    def prepare(self, cells: Iterable[str]) -> None:
        """Compile the course's own cells, but for those with magics."""
        for source in cells:
            with contextlib.suppress(SyntaxError, ValueError):
                self.prepared[source] = self._steps(source, "<given>")

    def _steps(self, source, name):
        if _ends_with_definition(source):
            return [self.compile(source, name, "exec")]
        body = compile(source, name, "exec", self.compile.flags | ast.PyCF_ONLY_AST).body
        shown = [body.pop()] if body and isinstance(body[-1], ast.Expr) else []
        steps = [self.compile(ast.Module(body, []), name, "exec")]
        return steps + ([self.compile(ast.Interactive(shown), name, "single")] if shown else [])

    def run(self, source: str) -> BaseException | None:
        """Run a cell and return its exception or None. Plain Python goes past IPython's own machinery, which takes longer
        than most cells do; anything else, a magic or a top-level await, goes through it."""
        name = self.compile.get_code_name(source, source, 0)
        try:
            steps = self.prepared.get(source) or self._steps(source, name)
        except (SyntaxError, ValueError):
            result = self.run_cell(source, store_history=True)
            return result.error_before_exec or result.error_in_exec
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        self.displayhook.is_quiet = source.rstrip().endswith(";")
        result = ExecutionResult(ExecutionInfo(source, True, False, False, None))
        self.events.trigger("pre_execute")
        with self.builtin_trap, self.display_trap:
            try:
                for step in steps:
                    exec(step, self.user_ns)
            except BaseException as error:
                result.error_in_exec = error
        self.events.trigger("post_execute")
        self.events.trigger("post_run_cell", result)
        self.execution_count += 1
        return result.error_in_exec

    def ask_exit(self) -> None:
        pass

    def _tee(self, channel):
        return contextlib.nullcontext()  # IPython would keep all that is printed, for a history that nobody reads

    def enable_gui(self, gui: Any = None) -> None:
        pass  # figures are drawn as pictures

    def enable_matplotlib(self, gui: Any = None) -> tuple[str, str]:
        """For `%matplotlib inline`. MPLBACKEND has said it already, so matplotlib, half a second of work, is left to the first plot."""
        return "inline", os.environ["MPLBACKEND"]

    def system(self, command: str) -> None:
        raise OSError("shell commands don't run while a notebook is graded")

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> None:
        self.system(cmd)

    def init_history(self) -> None:
        IPython.core.history.HistoryAccessor.enabled = False  # type: ignore[assignment]  # no file, no thread
        super().init_history()


def _ends_with_definition(source):
    """Whether a cell's last statement is plainly no expression: then it need not be taken apart, which takes longer than compiling."""
    at = max(source.rfind("\ndef "), source.rfind("\nclass "), 0)
    end = source[at:].lstrip("\n")
    whole = end.count('"""') % 2 == end.count("'''") % 2 == 0  # it stands in no text
    return whole and end.startswith(("def ", "class ")) and re.search(r"\n[^\s#]", end) is None and "\n" in end.strip()


def make_shell() -> Shell:
    """The one IPython shell, made before the fork, with its slow paths walked once."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    shell = Shell.instance()
    shell.run_cell("1 + 1\nraise ValueError", store_history=True)
    shell.run_cell("def _(:", store_history=True)
    for _ in range(WALKS):
        shell.run("class C:\n    def f(self, x):\n        return x\n\n\n1 + 1")
    shell.reset(new_session=True)
    return shell


def walk_paths(shell: Shell, limits: Limits) -> None:
    """Answer some questions before the fork: Python makes code faster that has run a few times, and each child begins with that."""
    ours, theirs = socket.socketpair()
    x = np.ones((2, 3))
    call = {"do": "call", "on": wire.Handle(1 << 40, "C"), "method": "f", "args": [x, 1, 1.5, "x", [x, (2, None)], {"x": x}]}
    asked = [
        {
            "ask": {
                "do": "bring",
                "source": "class C:\n    def f(self, *args):\n        self.x = args\n        return args",
                "names": ["C"],
            },
            "gives": [[["held", "C"], 1 << 39]],
        },
        {"ask": {"do": "call", "on": wire.Handle(1 << 39, "C"), "args": []}, "gives": [[["value"], 1 << 40]]},
        *[{"ask": call | {"watch": watch}, "gives": [[["value", 0], 1]]} for watch in (False, True, False)],
        *[{"ask": call | {"args": [x, x], "kwargs": {"x": wire.Handle(1, "")}}}] * 4,
        *[{"ask": {"do": "get", "on": wire.Handle(1 << 40, "C"), "name": "x"}}] * 4,
        *[{"ask": {"do": "set", "on": wire.Handle(1 << 40, "C"), "name": "x", "value": x}}] * 4,
        {"ask": {"do": "name", "name": "x"}},
    ]
    with ours, theirs:
        for number in range(WALKS):
            ours.sendall(wire.frame(wire.encode_ours({"do": "batch", "lines": asked, "number": number})))
            ours.sendall(wire.frame(wire.encode_ours({"do": "forget", "number": number})))
        ours.shutdown(socket.SHUT_WR)
        Server(theirs, shell, limits).loop()


def say_unconfined(channel: int, error: BaseException) -> None:
    """The last word of a child whose walls could not be built: the answer to the first question."""
    connection = socket.socket(fileno=channel)
    connection.recv(1 << 16)  # unread, it would take the answer with it
    connection.sendall(wire.frame(wire.encode({"unconfined": f"{error}", "number": 1})))


def serve(channel: int, devnull: int, shell: Shell, limits: Limits) -> None:
    """Keep the channel and nothing else open, and answer until the other side hangs up."""
    for standard in (0, 1, 2):
        os.dup2(devnull, standard)
    keep = os.dup2(channel, 3)  # after that: `devnull` may be 3 itself
    os.closerange(4, 65536)
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    sys.stdout = sys.__stdout__ = Stream(OUTPUT, "stdout")  # type: ignore[misc, assignment]
    sys.stderr = sys.__stderr__ = Stream(OUTPUT, "stderr")  # type: ignore[misc, assignment]
    Server(socket.socket(fileno=keep), shell, limits).loop()


class Server(Operations, Objects):
    """Answers requests until the other side hangs up."""

    def __init__(self, connection: socket.socket, shell: Shell, limits: Limits):
        super().__init__(shell.user_ns)
        self.connection = connection
        self.shell = shell
        self.limits = limits
        self.tried: tuple[list[Any], frozenset[int]] = ([], frozenset())  # (lines, those that are wanted) of `do_try`

    def loop(self) -> None:
        while True:
            try:
                request = wire.decode_ours(wire.read_message(self.read_exactly))
            except EOFError:
                return
            OUTPUT.start(self.limits.output)
            number = request.pop("number")
            self.send({**self.answer(request), "number": number})

    def read_exactly(self, n: int) -> bytes:
        parts = []
        while n:
            part = self.connection.recv(min(n, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            n -= len(part)
        return b"".join(parts)

    def send(self, answer: dict[str, Any]) -> None:
        try:
            data = wire.encode(answer, self.handle)
        except Exception as error:
            data = wire.encode({"error": describe(error), "number": answer["number"]})
        self.connection.sendall(wire.frame(data))

    def kept_as(self, answer: dict[str, Any]) -> wire.Encoded:
        return wire.Encoded(answer, self.handle)

    def do_begin(self) -> dict[str, Any]:
        return {}

    def do_try(
        self, source: str, cell: int, seconds: float, lines: list[Any] | None = None, wanted: Iterable[int] = ()
    ) -> dict[str, Any]:
        """The answers to a batch with another form of a cell, "late" where that takes more than so much processor time.

        lines: those of the last one, if none are given; wanted: the numbers of those whose answers are wanted."""
        if lines is not None:
            self.tried = lines, frozenset(wanted)
        late: list[bool] = []
        gc.freeze()  # looking for garbage among all that is here already would take longer than most forms do

        def stop(*_):
            late.append(True)
            raise TimeoutError

        signal.signal(signal.SIGVTALRM, stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
        try:
            self.do_forget()
            answer = self.do_run(source, cell)
            if not answer["error"]:
                answer = self.do_batch(*self.tried)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return {"late": True} if late else answer

    def do_run(self, source: str, cell: int) -> dict[str, Any]:
        self.shell.compile.cell = cell
        error = self.shell.run(source)
        return {"outputs": OUTPUT.collected(), "error": describe(error) if error else None}
