"""What the checks of every notebook are made of: how they find your code, and how they say what they saw.

It stands beside the notebook, so that no name of yours can change a check, and none of a check a name of yours. The course's
own copy counts wherever work is marked, and marks are given by other tests.

    check            makes a function a check that always answers in a sentence
    student          what your cells have defined: `student.Layer`
    check_...        look at one thing, and raise CheckFailed with what is wrong
    quiz, show       a question that takes a letter; a cell that only shows something
    Practice         the example by hand, with other numbers
    tally, summary   how many checks pass
"""

import _thread
import ast
import builtins
import contextlib
import difflib
import functools
import importlib
import io
import itertools
import linecache
import math
import re
import sys
import threading
import types

import numpy as np

SECONDS = 20.0  # that a check may take
MOST_PRINTED = 2000  # characters that your code may print while a check runs
RUN_ABOVE = "run the cells above first (Run ▸ Run All Above Selected Cell)"

_checks = {}  # {module of checks: {name: check}}, in the order in which they stand there
_quizzes = {}  # {module of checks: [name of the answer]}
_looked_at = []  # names of yours that the check at work has asked for


class CheckFailed(AssertionError):
    """A check that did not pass. Jupyter shows its sentences alone, without a traceback."""

    def _render_traceback_(self):
        return [f"✗ {self}".rstrip()]


# ---------------------------------------------------------------------------------------------------------------- a check


def check(function=None, *, seconds=None):
    """Makes a function a check. It prints ✓, its name and its docstring's first line, or raises CheckFailed with sentences.

    Whatever your code does meanwhile ends in a sentence: an exception, an exit, a loop that never ends, a flood of prints.
    """
    if function is None:
        return functools.partial(check, seconds=seconds)

    @functools.wraps(function)
    def checked():
        failure = _outcome(function, seconds)
        notes = "".join(map(_old_version, dict.fromkeys(_looked_at)))
        if failure is not None:
            raise CheckFailed(f"{failure}{notes}") from None
        print(f"✓ {function.__name__}: {(function.__doc__ or '').strip().splitlines()[0]}{notes}")

    checked.quietly = lambda: _outcome(function, seconds, room=0) is None
    _checks.setdefault(function.__module__, {})[function.__name__] = checked
    return checked


def _outcome(function, seconds=None, room=MOST_PRINTED):
    """Runs a check. Returns None where it passed, else what is wrong, in sentences."""
    _looked_at.clear()
    try:
        with _prints_cut(room), _ends_after(seconds or SECONDS), np.errstate(all="ignore"):
            function()
    except CheckFailed as failed:
        return str(failed).rstrip()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and not hasattr(error, "seconds"):
            raise  # it was you who pressed ■
        return explained(error)
    return None


@contextlib.contextmanager
def _ends_after(seconds):
    """Interrupts what runs in here after some seconds, as ■ does; the KeyboardInterrupt has `seconds` then."""
    lock, state = threading.Lock(), {"done": False, "late": False}

    def interrupt():
        with lock:
            if not state["done"]:
                state["late"] = True
                _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    with contextlib.suppress(RuntimeError):  # where there are no threads, in a browser, nothing is interrupted
        timer.start()
    try:
        try:
            yield
        finally:
            with lock:
                state["done"] = True
            timer.cancel()
    except BaseException as error:
        if state["late"] and isinstance(error, KeyboardInterrupt):
            error.seconds = seconds
        raise


class _Printed(io.TextIOBase):
    """Standard output for a while: passes on what fits, and says once that there was more."""

    def __init__(self, out, room):
        self.out, self.left, self.silent = out, room, room == 0

    def writable(self):
        return True

    def write(self, text):
        if self.left:
            self.out.write(text[: self.left])
        if len(text) > self.left and not self.silent:
            self.silent = True
            self.out.write("\n… your code prints more than this; the rest is left out.\n")
        self.left = max(0, self.left - len(text))
        return len(text)


@contextlib.contextmanager
def _prints_cut(room):
    with contextlib.redirect_stdout(_Printed(sys.stdout, room)):
        yield


def quiz(*names, letters="ABCD"):
    """Makes a check for the answers to one question or more: it notes the letters, and never says whether they are right."""

    def noted():
        for name in names:
            value = _space().get(name, None)
            if name not in _space():
                raise CheckFailed(why_missing(name))
            if value is ...:
                raise CheckFailed(f"{name} is still to be written.")
            if not isinstance(value, str) or value.strip().upper() not in tuple(letters):
                choice = ", ".join(f'"{letter}"' for letter in letters)
                raise CheckFailed(f"{name} is {shown(value)}; it must be one letter in quotation marks: {choice}.")
        answers = ", ".join(f'{name} is "{_space()[name]}"' for name in names)
        print(f"{answers}: noted; marked when handed in.")

    _quizzes.setdefault(sys._getframe(1).f_globals["__name__"], []).extend(names)
    return noted


def show(function, *arguments, seconds=120.0):
    """Runs what a cell only shows. What stops it is said in a sentence; nothing depends on it."""
    try:
        with _prints_cut(10 * MOST_PRINTED), _ends_after(seconds):
            function(*arguments)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt) and not hasattr(error, "seconds"):
            raise
        why = str(error).rstrip() if isinstance(error, CheckFailed) else explained(error)
        print(f"Not yet: {why}\nFirst let every check above show its ✓, then come back.")


class Practice:
    """The lesson's example by hand with other numbers: it shows what is given, looks at one step after the other, tells one if asked."""

    def __init__(self, given, steps):
        self._given, self._steps = given, {name: np.array(value, dtype=float) for name, value in steps.items()}
        print("\n".join(f"{name} = {np.array(value).tolist()}" for name, value in given.items()))
        print(f"Work out, one after the other: {', '.join(self._steps)}.")
        first = next(iter(self._steps))
        print(
            f'Then ask about each: by_hand("{first}", ...), with your number or list in place of the dots. by_hand("{first}") tells it.'
        )

    def __call__(self, name, value=None):
        want = self._steps.get(name)
        if want is None:
            print(f"✗ There is no step {name!r}. The steps are {', '.join(self._steps)}.")
            return
        if value is None:
            print(f"{name} is {want.round(4).tolist()}.")
            return
        try:
            got = np.array(value, dtype=float)
        except (TypeError, ValueError):
            print(f"✗ {name}: {shown(value)} is no number and no list of numbers.")
            return
        if got.shape != want.shape:
            print(
                f"✗ {name} has shape {want.shape}; yours has {got.shape}.\n{side_by_side(yours=got.shape, wanted=want.shape)}".rstrip()
            )
            return
        right = np.isclose(got, want, rtol=1e-2, atol=5e-3)  # by hand, to two or three digits
        if right.all():
            rest = list(self._steps)[list(self._steps).index(name) + 1 :]
            print(f"✓ {name}" + (f". Next: {rest[0]}." if rest else ". That was the last step."))
        elif np.allclose(got, -want, rtol=1e-2, atol=5e-3):
            print(f"✗ {name}: the sign is wrong.")
        else:
            print(f"✗ {name}: {right.sum()} of {right.size} number{'s' * (right.size > 1)} right.")


def tally(assignment):
    """Runs all checks of a notebook afresh, without a word. Returns (how many pass, how many there are)."""
    module = importlib.import_module(f"{assignment}_checks")
    verdicts = [one.quietly() for one in _checks.get(module.__name__, {}).values()]
    return sum(verdicts), len(verdicts)


def summary(assignment):
    """Prints how many checks pass, which don't, and what to do next. Returns what `tally` does."""
    module = importlib.import_module(f"{assignment}_checks")
    verdicts = {name: one.quietly() for name, one in _checks.get(module.__name__, {}).items()}
    passed, failed = sum(verdicts.values()), [name for name, good in verdicts.items() if not good]
    print(f"{passed} of {len(verdicts)} checks ✓")
    open_ = [name for name in _quizzes.get(module.__name__, ()) if not isinstance(_space().get(name), str)]
    if failed:
        print(f"Next: {failed[0]}. Its check says what it misses." + (f" Then: {', '.join(failed[1:])}." if failed[1:] else ""))
    if open_:
        print(f"Still to be answered: {', '.join(open_)}.")
    if not failed and not open_:
        print("All is written. The marks come from further tests of the same things: hand it in.")
    return passed, len(verdicts)


# --------------------------------------------------------------------------------------------------- what your cells define


class _Student:
    """Your classes and functions by their names, as they are now. Raises CheckFailed where one is missing, or is none."""

    def __getattr__(self, name):
        _looked_at.append(name)
        space = _space()
        if name not in space:
            raise CheckFailed(why_missing(name))
        value, kind = space[name], _kind_in_cells(name)
        if value is ...:
            raise CheckFailed(f"{name} is still to be written.")
        if not callable(value) or (kind == "class" and not isinstance(value, type)):
            raise CheckFailed(
                f"{name} is {shown(value)} now, no {kind or 'class or function'}: another line gave the name to that.\n"
                f"Find another name for it there, and run the cell of {name} again (Shift+Enter)."
            )
        return value


student = _Student()


def _space():
    """Your names, as the notebook has them."""
    return vars(sys.modules["__main__"])


def _shell():
    return getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()


def _cells_run():
    """The texts of all cells that were run since the kernel started, in order."""
    manager = getattr(_shell(), "history_manager", None)
    return [text for text in getattr(manager, "input_hist_raw", []) if isinstance(text, str)]


def _homes(name):
    """The texts of the cells that define a name, or would."""
    pattern = re.compile(rf"^(?:(?:class|def)\s+{name}\b|{name}\s*=(?!=))", re.MULTILINE)
    return [text for text in _cells_run() if pattern.search(text)]


def _kind_in_cells(name):
    """ "class" or "function", as the last cell that defines it has it; "" where none was run."""
    for text in reversed(_cells_run()):
        if found := re.search(rf"^(class|def)\s+{name}\b", text, re.MULTILINE):
            return {"class": "class", "def": "function"}[found[1]]
    return ""


def _syntax_error(text):
    """What keeps a cell from being read, in words; "" for one that is sound."""
    shell = _shell()
    try:
        ast.parse(shell.transform_cell(text) if shell else text)
    except SyntaxError as error:
        lines = text.split("\n")
        line = lines[error.lineno - 1].strip() if error.lineno and error.lineno <= len(lines) else ""
        return f"line {error.lineno}, `{line}`: {error.msg}"
    except ValueError as error:
        return str(error)
    return ""


def _old_version(name):
    """A note that the check looked at what was there before, as the last cell that should define a name can't be read."""
    homes = _homes(name)
    wrong = _syntax_error(homes[-1]) if homes else ""
    if not wrong:
        return ""
    return f"\nNote: the last cell with {name} did not run ({wrong}). This looks at the version before it."


def why_missing(name):
    """Why nothing is called so, and what to do."""
    homes = _homes(name)
    if homes and (wrong := _syntax_error(homes[-1])):
        return f"{name} isn't there: its cell can't be read, so none of it ran.\n  {wrong}"
    if homes:
        return f"{name} isn't there, though its cell was run: look below that cell for what stopped it, or for a `del`."
    if other := near(name, _own_names()):
        return f"{name} isn't there, but {other} is: the name has to be just {name}."
    return f"{name} isn't there yet: {RUN_ABOVE}."


def _own_names():
    return [name for name in _space() if not name.startswith("_") and name not in ("In", "Out", "exit", "quit", "open")]


def near(name, candidates):
    """One of some names that is spelled almost like `name`, or ""."""
    plain = lambda text: text.replace("_", "").lower()
    candidates = [one for one in candidates if isinstance(one, str) and one != name]
    same = [one for one in candidates if plain(one) == plain(name)]
    return (same or (difflib.get_close_matches(name, candidates, 1, cutoff=0.75) if len(name) > 3 else []) or [""])[0]


def shown(value):
    """A value as a sentence can hold it."""
    if isinstance(value, np.ndarray) and value.size > 6:
        return f"an array of shape {value.shape}"
    if isinstance(value, types.ModuleType):
        return f"the module {value.__name__}"
    kind = type(value)
    if kind.__module__ == "__main__":
        return f"an object of the class {kind.__name__}"
    text = repr(value)
    return text if len(text) <= 60 and "\n" not in text else f"{text[:57].splitlines()[0]}…"


@contextlib.contextmanager
def instead(name, thing):
    """Puts something in place of a name of yours for a while: your code finds it under that name."""
    space, missing = _space(), object()
    own = space.get(name, missing)
    space[name] = thing
    try:
        yield
    finally:
        if own is missing:
            space.pop(name, None)
        else:
            space[name] = own


# ------------------------------------------------------------------------------------------------- what stopped your code


def explained(error):
    """An exception out of your code, in sentences: where, what, and what it usually means."""
    place = _place(error)
    if isinstance(error, KeyboardInterrupt):
        where = f" in line {place.line} of its cell:\n    {place.text}\n" if place else ".\n"
        return f"stopped after {error.seconds:g} s{where}Is there a loop that never ends, or one that runs far too often?"
    if "ellipsis" in str(error).lower() or _named_on_line(place, ...):
        return f"{place.name if place else 'it'} is still to be written: there is a `...` left in it."
    said = f"{type(error).__name__}: {str(error)[:300]}".rstrip(": ")
    hint = _hint(error, place)
    if place is None:
        return f"{said}\n{hint}" if hint else f"The check can't go on with what it found.\n  {said}\n{COMPARE}"
    head = f"{place.name} stopped in line {place.line} of its cell (View ▸ Show Line Numbers):"
    return f"{head}\n    {place.text}\n  {said}\n{hint}"


COMPARE = "Compare names and parameters with the stub and its docstring."
WHAT_IS_NONE = "Something is None there. Is it set before it is used, or does what should give it lack a `return`?"
WHOLE_NUMBER = "A size or an index has to be a whole number: `//` divides without a fraction, `int(...)` cuts it off."


KNOWN = ("reshape", "sum", "max", "min", "mean", "copy", "ravel", "flatten", "dot", "transpose")  # methods of arrays


class _Place:
    """The innermost line of yours that an exception went through."""

    def __init__(self, frame, line, position):
        code = frame.f_code
        name = getattr(code, "co_qualname", code.co_name).replace("<locals>.", "")
        self.name = "a cell" if name == "<module>" else f"{name}()"
        self.frame, self.line = frame, line
        lines = linecache.getlines(code.co_filename)
        self.text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        self.nodes = []
        with contextlib.suppress(SyntaxError, ValueError, RecursionError):
            self.nodes = [node for node in ast.walk(ast.parse("".join(lines))) if _covers(node, line)]
        spot = lambda n: (n.lineno, n.end_lineno, n.col_offset, n.end_col_offset)
        self.at = next((node for node in self.nodes if spot(node) == position), None)  # what was being worked out

    def value(self, node):
        """What an expression gives, where it can be worked out without calling anything of yours. Raises ValueError."""
        for inner in ast.walk(node):
            if isinstance(inner, (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom, ast.Lambda)):
                raise ValueError
            if isinstance(inner, ast.Call):
                function = inner.func
                known = isinstance(function, ast.Attribute) and (
                    getattr(function.value, "id", "") == "np" or function.attr in KNOWN
                )
                if not known or "random" in ast.unparse(function):
                    raise ValueError
        try:
            return eval(compile(ast.Expression(node), "<look>", "eval"), self.frame.f_globals, dict(self.frame.f_locals))
        except Exception:
            raise ValueError from None


def _covers(node, line):
    return isinstance(node, (ast.expr, ast.stmt)) and node.lineno <= line <= node.end_lineno


def _place(error):
    """The _Place of an exception, or None where none of your lines is in its way."""
    found, step = None, error.__traceback__
    while step is not None:
        frame = step.tb_frame
        if frame.f_globals is _space():
            position = None
            if step.tb_lasti >= 0 and hasattr(frame.f_code, "co_positions"):
                position = list(frame.f_code.co_positions())[step.tb_lasti // 2]
            found = _Place(frame, step.tb_lineno, position)
        step = step.tb_next
    return found


def _hint(error, place):
    """What an exception usually means, or ""."""
    said = str(error)
    for name, value in _overwritten(place):
        return (
            f"{name} is {shown(value)} there: another line gave the name to that.\n"
            f"Find another name for it, and run the cell that makes {name} again."
        )
    if isinstance(error, UnboundLocalError):
        return "The function gives that name a value in some line, but uses it before that line."
    if isinstance(error, NameError):
        return _of_name(getattr(error, "name", None) or "", place)
    if isinstance(error, AttributeError) and "NoneType" not in said:
        return _of_attribute(error)
    if isinstance(error, SystemExit):
        return "Code in a notebook has no need of exit()."
    if isinstance(error, RecursionError):
        return "It calls itself without an end."
    if isinstance(error, KeyError):
        return _of_key(error.args[0] if error.args else "", place)
    if "NoneType" in said:
        name = _named_on_line(place, None)
        return f"{name} is None there. {WHAT_IS_NONE.partition('. ')[2]}" if name else WHAT_IS_NONE
    if isinstance(error, TypeError) and ("float" in said and ("integer" in said or "index" in said or "slice" in said)):
        return WHOLE_NUMBER
    if isinstance(error, IndexError) and "only integers" in said:
        return WHOLE_NUMBER
    if isinstance(error, IndexError) and "arrays used as indices" in said:
        return "An index has to hold whole numbers, or True and False. What kind of numbers does that array hold?"
    if "truth value of an array" in said:
        return (
            "max, if, and, or: each asks for one yes or no; an array has one for every number. NumPy's own go number by number."
        )
    if isinstance(error, TypeError) and re.search("only (length-1|size-1|0-dimensional) arrays", said):
        return "The functions of math take one number. NumPy has its own, which take whole arrays."
    if isinstance(error, TypeError) and re.search(r"positional argument|keyword argument|argument", said):
        return _of_arguments(said, place)
    if isinstance(error, TypeError) and "not callable" in said:
        return "Only a function or a class can be called with ( ). Is a `*` missing, or does a variable have a function's name?"
    if isinstance(error, IndexError):
        return "Counting begins at 0. Which sizes does the array have there?"
    if isinstance(error, ValueError):
        return _of_shapes(error, place)
    return ""


def _overwritten(place):
    """(name, value) of names on the line that are called or asked for an attribute, and are plain values now."""
    plain = (bool, int, float, complex, str, list, tuple, dict, set)
    space = _space()
    if place is None:
        return
    for node in place.nodes:
        used = node.func if isinstance(node, ast.Call) else node.value if isinstance(node, ast.Attribute) else None
        if isinstance(used, ast.Name) and used.id not in place.frame.f_locals and used.id in space:
            value = space[used.id]
            called = isinstance(node, ast.Call) and not callable(value)
            if called or (used.id == "np" and value is not np) or (_kind_in_cells(used.id) and isinstance(value, plain)):
                yield used.id, value


def _of_name(name, place):
    here = list(place.frame.f_locals) if place else []
    own = place.frame.f_locals.get("self") if place else None
    if own is not None and hasattr(own, name):
        return f"There is self.{name}; {name} alone is another name."
    if other := near(name, [*here, *_own_names(), *dir(builtins)]):
        return f"{name} isn't there, but {other} is: is it misspelt?"
    if name == "np" or _homes(name):
        return f"{name} isn't there yet: {RUN_ABOVE}."
    return f"No cell that was run defines {name}. Is it misspelt? If a cell above makes it, {RUN_ABOVE}."


def _of_attribute(error):
    thing, name = getattr(error, "obj", None), getattr(error, "name", None) or ""
    kind = thing.__name__ if isinstance(thing, (type, types.ModuleType)) else type(thing).__name__
    own = [kind.__name__ for kind in _space().values() if isinstance(kind, type) and hasattr(kind, name)]
    if isinstance(thing, (float, int)) and own:
        return f"That is one plain number, which has no .{name}; a {own[0]} has."
    if isinstance(thing, (float, int)):
        return f"That is one plain number, which has no .{name}; arrays have. np.asarray(...) makes an array of it."
    if other := near(name, dir(thing)):
        return f"{kind} has no {name}, but {other}: is it misspelt? The name has to be just {name}."
    if type(thing).__module__ == "__main__":
        return f"{kind} has no {name} yet: nothing has set it, or its name is another one."
    return ""


def _of_key(key, place):
    for node in place.nodes if place else ():
        if isinstance(node, ast.Subscript):
            with contextlib.suppress(ValueError):
                there = place.value(node.value)
                if isinstance(there, dict) and (other := near(str(key), there)):
                    return f"There is no entry {key!r}, but {other!r}: is it misspelt?"
    return f"There is no entry {key!r}. Which ones are there? Print the keys."


def _named_on_line(place, wanted):
    """What the line names whose value is `wanted`, as it is written, or ""."""
    for node in place.nodes if place else ():
        if (
            isinstance(node, (ast.Name, ast.Attribute, ast.Subscript))
            and isinstance(node.ctx, ast.Load)
            and node.lineno == place.line
        ):
            with contextlib.suppress(ValueError):
                if place.value(node) is wanted:
                    return ast.unparse(node)
    return ""


def _of_arguments(said, place):
    if found := re.search(r"(\w+)\(\) takes (\d+) positional arguments? but (\d+) (?:was|were) given", said):
        if int(found[3]) == int(found[2]) + 1:
            return (
                f"One more came than it takes. Is `self` missing as the first parameter of {found[1]}, or has a parameter gone?"
            )
        return f"{found[1]} takes {found[2]} and was given {found[3]}. {COMPARE}"
    if found := re.search(r"missing \d+ required positional arguments?: (.+)", said):
        return f"Not given: {found[1]}. Is the class or the object meant, and are all parameters those of the stub?"
    return COMPARE


# -------------------------------------------------------------------------------------------------------------- of shapes


def drawn(shape):
    """The lines that draw an array of this shape: rows and columns in a box, one axis alone in brackets."""
    row = " ".join("•" * shape[-1]) if shape else "•"
    if len(shape) < 2:
        return [f"[ {row} ]"] if shape else [row]
    bar = "─" * (len(row) + 2)
    return [f"┌{bar}┐", *[f"│ {row} │"] * shape[0], f"└{bar}┘"]


def side_by_side(**shapes):
    """The drawings of two shapes under their names; nothing where they have too many axes or numbers to be drawn."""
    if not all(len(shape) < 3 and all(0 < n < 10 for n in shape) for shape in shapes.values()):
        return ""
    left, right = ([name, *drawn(shape)] for name, shape in shapes.items())
    width = max(map(len, left)) + 4
    return "".join(f"  {a:{width}}{b}".rstrip() + "\n" for a, b in itertools.zip_longest(left, right, fillvalue=""))


def _of_shapes(error, place):
    """Which two shapes don't go together, drawn, and which of their sizes have to agree."""
    said = str(error)
    if not re.search("shape|dimension|broadcast|aligned|matmul|size", said):
        return ""
    try:
        kind, left, right = _operation(place.at if place else None, place)
        (one, first), (two, second) = ((node if isinstance(node, str) else _code(node), np.shape(v)) for node, v in (left, right))
    except ValueError:
        return _from_message(said)
    if one == two:
        one, two = f"{one}, left", f"{two}, right"
    text = f"{one} has shape {first}, {two} has shape {second}.\n{side_by_side(**{one: first, two: second})}"
    if kind == "kept":
        return text + f"{one} is changed in place, so it keeps its shape; what comes out has another one."
    if kind == "elementwise":
        pairs = [(a, b) for a, b in zip(first[::-1], second[::-1], strict=False) if a != b and 1 not in (a, b)]
        meet = ", ".join(f"{a} and {b}" for a, b in pairs)
        return text + f"Number by number, sizes must be the same, or one of them 1: here {meet} meet."
    if not first or not second:
        return text + "A matrix product takes arrays; a single number is multiplied by `*`."
    rows = second[-2] if len(second) > 1 else second[-1]
    text += f"In `@` the columns of the left ({first[-1]}) must be as many as the rows of the right ({rows})."
    if len(first) == len(second) == 2 and first[1] == second[1] == 1:
        text += "\nTwo columns meet here. Number by number is `*`; for a matrix product one of them has to lie down."
    return text


def _operation(node, place):
    """(kind, (code, value), (code, value)) of an operation whose operands don't fit. Raises ValueError."""
    pair = None
    if isinstance(node, ast.BinOp):
        kind, pair = "product" if isinstance(node.op, ast.MatMult) else "elementwise", (node.left, node.right)
    elif isinstance(node, ast.AugAssign):
        target = ast.parse(ast.unparse(node.target), mode="eval").body
        kind, pair = "product" if isinstance(node.op, ast.MatMult) else "elementwise", (target, node.value)
    elif isinstance(node, ast.Compare) and len(node.comparators) == 1:
        kind, pair = "elementwise", (node.left, node.comparators[0])
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name, of_numpy = node.func.attr, getattr(node.func.value, "id", "") == "np"
        values = [*([] if of_numpy else [node.func.value]), *node.args]
        if len(values) >= 2 and name in ("dot", "matmul"):
            kind, pair = "product", values[:2]
        elif len(values) == 2 and name in ("multiply", "add", "subtract", "divide", "maximum", "minimum"):
            kind, pair = "elementwise", values
    if pair is None:
        raise ValueError
    left, right = ((part, np.asarray(place.value(part))) for part in pair)
    if isinstance(node, ast.AugAssign) and kind == "elementwise":
        try:
            together = np.broadcast_shapes(left[1].shape, right[1].shape)
        except ValueError:
            return kind, left, right
        return "kept", left, ("what comes out", np.empty(together))
    return kind, left, right


def _from_message(said):
    """The same from NumPy's words alone."""
    if inner := re.search(r"size (\d+) is different from (\d+)", said):
        return (
            f"The left factor has {inner[2]} numbers in a row, the right one {inner[1]} in a column: in `@` they must be as many.\n"
            "Write down the shape of each factor, and the shape that must come out."
        )
    shapes = [tuple(map(int, filter(None, re.split(r"[, ]+", shape)))) for shape in re.findall(r"\(([\d, ]+)\)", said)]
    drawing = side_by_side(left=shapes[0], right=shapes[1]) if len(shapes) == 2 else ""
    return f"{drawing}Write down the shape of each part, and the shape that must come out."


def _code(node):
    text = ast.unparse(node)
    return text if len(text) <= 40 else f"{text[:39]}…"


# ---------------------------------------------------------------------------------------------- looks at one thing at a time


def check_written(name, got):
    """Nothing there yet is no mistake, and is said as such."""
    if got is ...:
        raise CheckFailed(f"{name} is still to be written.")
    if got is None:
        raise CheckFailed(f"{name} gave None: it is still to be written, or a `return` is missing.")


def numbers(name, got, hint=""):
    """What came as an array of numbers. Raises CheckFailed where it is none."""
    check_written(name, got)
    try:
        return np.array(got, dtype=float)
    except (TypeError, ValueError):
        raise CheckFailed(f"{name} must be an array of numbers, but is\n  {shown(got)}\n{hint}") from None


def check_shape(name, got, want, hint=""):
    shape = numbers(name, got, hint).shape
    if shape != want:
        drawing = side_by_side(yours=shape, wanted=want)
        raise CheckFailed(f"{name} has shape {shape}; it must be {want}.\n{drawing}{hint}")


def check_close(name, got, want, hint="", suspects=None):
    """Shape first, then numbers. suspects: {what certain wrong numbers usually mean: these numbers}."""
    want = np.array(want, dtype=float)
    check_shape(name, got, want.shape, hint)
    got = np.array(got, dtype=float)
    if np.allclose(got, want, rtol=1e-6, atol=1e-8):
        return
    for meaning, wrong in (suspects or {}).items():
        if np.allclose(got.ravel(), np.ravel(wrong), rtol=1e-6, atol=1e-8):
            hint = meaning
    digits = 10 if np.allclose(got, want, rtol=0, atol=1e-3) else 4  # never the same numbers twice
    raise CheckFailed(f"{name} is\n  {got.round(digits).tolist()}\nand should be\n  {want.round(digits).tolist()}\n{hint}")


def check_number(name, got, want, hint="", suspects=None, rtol=1e-6, atol=1e-8):
    """One number, of any kind that Python and NumPy have."""
    check_written(name, got)
    known = isinstance(got, (int, float, np.number, np.ndarray)) and np.asarray(got).dtype.kind in "iuf"
    if not known:
        raise CheckFailed(f"{name} must be one number, but is\n  {shown(got)}\n{hint}")
    check_shape(name, got, (), hint)
    close = lambda other: math.isfinite(got) and abs(float(got) - other) <= max(rtol * abs(other), atol)
    if close(want):
        return
    for meaning, wrong in (suspects or {}).items():
        if close(wrong):
            hint = meaning
    raise CheckFailed(f"{name} is {float(got):.6g} and should be {want:.6g}.\n{hint}")


def check_finite(name, got, hint=""):
    if not np.all(np.isfinite(numbers(name, got, hint))):
        raise CheckFailed(f"{name} holds NaN or infinity.\n{hint}")


def note_if_changed(name, before, after):
    """No failure, but worth knowing."""
    if not np.array_equal(before, after):
        print(f"note: {name} was changed. It belongs to the caller; work on a copy.")


def numerical_gradient(f, x, h=1e-5):
    """How f(x), a number, changes when each number of x is nudged a little up and a little down."""
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        nudge = np.zeros_like(x)
        nudge[index] = h
        gradient[index] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return gradient
