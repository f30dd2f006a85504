"""The student process: runs cells as Jupyter would and serves calls into what they defined.

Nothing here is trusted by anyone. It answers requests on one socket, one at a time:
run a cell, look up a name, get or set an attribute, call, define a part that a test brings along.
"""

import ast
import base64
import io
import os
import socket
import sys
import types
import warnings

# One thread, said before NumPy is loaded: a BLAS that may not start its second one hangs.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import IPython.core.compilerop
import IPython.core.displayhook
import IPython.core.displaypub
import IPython.core.history
import numpy as np
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type

from . import wire

SHOWN_TYPES = ("text/plain", "image/png")  # what a page can show without trusting it
MAX_TEXT = 10_000


class Output:
    """What a cell shows, in order, up to a limit; the rest is dropped."""

    def __init__(self):
        self.start(0)

    def start(self, room):
        self.room = room
        self.items = []

    def add(self, kind, content, size):
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

    def add_bundle(self, kind, data):
        shown = {mime: value for mime, value in data.items() if mime in SHOWN_TYPES and type(value) in (str, bytes)}
        self.add(kind, shown, sum(map(len, shown.values())))

    def collected(self):
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

    def __init__(self, output, kind):
        self._output, self._kind = output, kind

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._output.add(self._kind, text, len(text))
        return len(text)

    def writable(self):
        return True


OUTPUT = Output()


class Publisher(IPython.core.displaypub.DisplayPublisher):
    def publish(self, data, metadata=None, **_):
        OUTPUT.add_bundle("display", data)

    def clear_output(self, wait=False):
        pass


class DisplayHook(IPython.core.displayhook.DisplayHook):
    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        OUTPUT.add_bundle("result", format_dict)

    def finish_displayhook(self):
        pass


class Compiler(IPython.core.compilerop.CachingCompiler):
    """Names each cell's code by the cell's number, so that a line can be pointed at."""

    cell = 0

    def get_code_name(self, raw_code, transformed_code, number):
        return f"<cell {self.cell}>"


class Shell(InteractiveShell):
    displayhook_class = Type(DisplayHook)
    display_pub_class = Type(Publisher)
    compiler_class = Type(Compiler)

    def showtraceback(self, *args, **kwargs):
        pass  # the error is in the execution result

    showsyntaxerror = showindentationerror = showtraceback

    def transform_cell(self, raw_cell):
        """As IPython does, but plain Python of several lines is left as it is: looking for magics in it takes longer
        than running it."""
        if "\n" in raw_cell.strip():
            try:
                compile(raw_cell, "<cell>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
                return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"
            except (SyntaxError, ValueError):
                pass
        return super().transform_cell(raw_cell)

    def ask_exit(self):
        pass

    def enable_gui(self, gui=None):
        pass  # figures are drawn as pictures

    def system(self, command):
        raise OSError("shell commands don't run while a notebook is graded")

    system_piped = system_raw = system

    def getoutput(self, command, *args, **kwargs):
        self.system(command)

    def init_history(self):
        IPython.core.history.HistoryAccessor.enabled = False  # no file, no thread
        super().init_history()


def make_shell():
    """The one IPython shell, made before the fork, with its slow paths walked once."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    shell = Shell.instance()
    shell.run_cell("1 + 1\nraise ValueError", store_history=True)
    shell.run_cell("def _(:", store_history=True)
    shell.reset(new_session=True)
    return shell


def say_unconfined(channel, error):
    """The last word of a child whose walls could not be built: the answer to the first question."""
    connection = socket.socket(fileno=channel)
    connection.recv(1 << 16)  # unread, it would take the answer with it
    connection.sendall(wire.frame(wire.encode({"unconfined": f"{error}", "number": 1})))


def serve(channel, devnull, shell, limits):
    """Keep the channel and nothing else open, and answer until the other side hangs up."""
    keep = os.dup2(channel, 3)
    for standard in (0, 1, 2):
        os.dup2(devnull, standard)
    os.closerange(4, 65536)
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    sys.stdout = sys.__stdout__ = Stream(OUTPUT, "stdout")
    sys.stderr = sys.__stderr__ = Stream(OUTPUT, "stderr")
    Server(socket.socket(fileno=keep), shell, limits).loop()


class Server:
    """Answers requests until the other side hangs up."""

    def __init__(self, connection, shell, limits):
        self.connection = connection
        self.shell = shell
        self.limits = limits
        self.objects = []

    def loop(self):
        while True:
            try:
                request = wire.decode(wire.read_message(self.read_exactly))
            except EOFError:
                return
            OUTPUT.start(self.limits.output)
            number = request.pop("number")
            try:
                answer = getattr(self, "do_" + request.pop("do"))(**request)
            except BaseException as error:
                answer = {"error": describe(error)}
            self.send({**answer, "number": number})

    def read_exactly(self, n):
        parts = []
        while n:
            part = self.connection.recv(min(n, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            n -= len(part)
        return b"".join(parts)

    def send(self, answer):
        try:
            data = wire.encode(answer, self.handle)
        except Exception as error:
            data = wire.encode({"error": describe(error), "number": answer["number"]})
        self.connection.sendall(wire.frame(data))

    def handle(self, thing):
        self.objects.append(thing)
        return wire.Handle(len(self.objects) - 1, str(type.__dict__["__name__"].__get__(type(thing)))[:100])

    def here(self, value):
        """The value with its handles replaced by the objects that they stand for."""
        if isinstance(value, wire.Handle):
            return self.objects[value.number]
        if isinstance(value, (list, tuple)):
            return type(value)(self.here(item) for item in value)
        if isinstance(value, dict):
            return {key: self.here(item) for key, item in value.items()}
        return value

    def do_begin(self):
        return {}

    def do_run(self, source, cell):
        self.shell.compile.cell = cell
        result = self.shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        return {"outputs": OUTPUT.collected(), "error": describe(error) if error else None}

    def do_name(self, name):
        if name not in self.shell.user_ns:
            return {"missing": True}
        return {"value": self.shell.user_ns[name]}

    def do_put(self, name, value):
        self.shell.user_ns[name] = self.here(value)
        return {"value": None}

    def do_get(self, on, name):
        return {"value": getattr(self.here(on), name)}

    def do_set(self, on, name, value):
        setattr(self.here(on), name, self.here(value))
        return {"value": None}

    def do_bring(self, source):
        module = types.ModuleType("brought_along")
        exec(compile(source, "<part of a test>", "exec"), module.__dict__)
        return {"value": self.handle(module)}

    def do_call(self, on, args, kwargs, watch):
        function, args, kwargs = self.here(on), self.here(args), self.here(kwargs)
        watcher = Watcher(function, watch, self.handle)
        answer = {}
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                if watch:
                    sys.setprofile(watcher)
                try:
                    answer["value"] = function(*args, **kwargs)
                finally:
                    sys.setprofile(None)
            except BaseException as error:
                answer["error"] = describe(error)
        told = [f"{warning.category.__name__}: {warning.message}"[:200] for warning in warned[:20]]
        return {**answer, "args": args, "seen": watcher.seen(), "warnings": told}


class Watcher:
    """A profile function that keeps the last value of some local names.

    Of the frames of the student's cells, those of the function called go before its helpers'.
    """

    def __init__(self, function, names, handle):
        self.names = names
        self.function_name = getattr(function, "__name__", None)
        self.handle = handle
        self.own, self.helpers = {}, {}

    def __call__(self, frame, event, _):
        if event != "return" or not frame.f_code.co_filename.startswith("<cell "):
            return
        found = self.own if frame.f_code.co_name == self.function_name else self.helpers
        local = frame.f_locals
        for name in self.names:
            if name in local:
                value = local[name]
                found[name] = value.copy() if type(value) is np.ndarray else value

    def seen(self):
        return {**self.helpers, **self.own}


def describe(error):
    """An exception as plain text: its type, its message, and the line of the student's cells it came from."""
    told = {"type": type(error).__name__, "message": "", "cell": None, "line": None, "function": ""}
    try:
        told["message"] = str(error)[:MAX_TEXT]
    except BaseException:
        told["message"] = "(its message can't be shown)"
    if isinstance(error, SyntaxError):
        told.update(message=str(error.msg)[:MAX_TEXT], line=error.lineno, cell=_cell_number(error.filename))
        return told
    step = error.__traceback__
    while step is not None:
        cell = _cell_number(step.tb_frame.f_code.co_filename)
        if cell is not None:
            told.update(cell=cell, line=step.tb_lineno, function=step.tb_frame.f_code.co_name)
        step = step.tb_next
    return told


def _cell_number(filename):
    if isinstance(filename, str) and filename.startswith("<cell ") and filename[6:-1].isdigit():
        return int(filename[6:-1])
    return None
