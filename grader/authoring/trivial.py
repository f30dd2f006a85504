"""Trivial solutions: what somebody could hand in who has read the stub and not thought about the exercise.

Each kind fills in every exercise of an assignment alike: with a number, with an array of the shape that the docstring promises,
with what came in. It is made of the stub alone: of its signatures, its docstrings, and the lines that it gives.
None may earn anything. Where one happens to be right, that part is listed in the assignment's `trivially_right.toml`:

    [[right]]
    kind = "false"
    part = "gradients_agree.shapes"
    reason = "why this part can't tell it from a right answer, and which part does"
"""

import ast
import re
import tomllib

from grader.course.folder import Course, CourseError
from grader.notebook.source import Source

# {kind: what stands for everything that is asked}. {first}, {last}: arguments; {all}: the tuple of them; {shape}: the shape that is
# promised; {me}: the object, or the function; {other}: the other arguments than the first, for a call.
KINDS = {
    "nothing": "None",
    "nan": "float('nan')",
    "infinity": "float('inf')",
    "zero": "0.0",
    "one": "1.0",
    "minus one": "-1.0",
    "half": "0.5",
    "text": "'right'",
    "true": "True",
    "false": "False",
    "empty": "np.empty(0)",
    "zeros": "np.zeros({shape})[()]",
    "wiped": "np.zeros({shape})[()]",  # and everything that the object holds, too
    "ones": "np.ones({shape})[()]",
    "constant": "np.full({shape}, -1.7)[()]",
    "nans": "np.full({shape}, np.nan)[()]",
    "shares": "np.full({shape}, 1 / ([*{shape}] or [2])[-1])[()]",
    "random": "np.random.standard_normal({shape})",
    "first": "{first}",
    "last": "{last}",
    "negative": "-np.asarray({first})[()]",
    "doubled": "2 * np.asarray({first})[()]",
    "absolute": "np.abs({first})",
    "sign": "np.sign({first})",
    "step": "np.where(np.asarray({first}) > 0, 1.0, 0.0)[()]",
    "mean": "np.mean({first})",
    "resized": "np.resize({first}, {shape})[()]",
    "echo": "{all}",
    "itself": "{me}",
    "call": "{first}({other})",
    "function": "lambda *args: args",
    "error": "1 // 0",
    "equal": "_Equal()",
    "recorder": "_Recorder()({all})",
}
STAND_IN = "stand-in"  # a recorder in place of every class and function
ALL_KINDS = (*KINDS, STAND_IN)

BROUGHT = {
    "equal": '''
class _Equal:
    """Claims to be equal to everything, and to be whatever is asked."""

    shape, dtype, ndim, size = (), float, 0, 1

    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__

    def __array__(self, *args, **kwargs):
        return np.zeros(())

    def __float__(self):
        return 0.0
''',
    "recorder": '''
class _Recorder:
    """Records every call, and answers each with itself."""

    def __init__(self):
        self.calls = []

    def __call__(self, *args, **kwargs):
        self.calls.append((args, kwargs))
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self
''',
}


def trivial_solutions(source: Source, kind: str) -> dict[str, str]:
    """{exercise: its cell} of one kind, for every exercise of an assignment's Source."""
    return {exercise: solution(source.cells[exercise]["source"], kind) for exercise in source.exercises}


def solution(stub: str, kind: str) -> str:
    """The stub, filled in with one kind of trivial answer."""
    tree = ast.parse(stub)
    brought = BROUGHT.get("recorder" if kind == STAND_IN else kind, "")
    if kind == STAND_IN:
        names = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
        lines = [f"{name} = _Recorder()" for name in names] + [
            f"{ast.unparse(node.targets[0])} = _Recorder()" for node in tree.body if isinstance(node, ast.Assign)
        ]
        return brought + "\n" + "\n".join(lines)
    given = not any(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(tree))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            _Filling(kind, given, node).fill()
        elif isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.FunctionDef):
                    _Filling(kind, given, line, node).fill()
        elif isinstance(node, ast.Assign) and not given:
            node.value = _expression(KINDS[kind].format(first="0.0", last="0.0", all="()", shape="()", me="print", other=""))
    return brought + "\n" + ast.unparse(ast.fix_missing_locations(tree))


def trivially_right(course: Course, assignment: str) -> dict[tuple[str, str], str]:
    """{(kind, "exercise.part"): the reason why it is right}. Raises CourseError for a list that is not as described above."""
    path = course.content(assignment) / "trivially_right.toml"
    if not path.is_file():
        return {}
    try:
        listed = tomllib.loads(path.read_text("utf-8"))["right"]
        return {(right["kind"], right["part"]): right["reason"] for right in listed}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CourseError(f"{path.name} of {assignment}: {type(error).__name__}: {error}.") from None


class _Filling:
    """A function of the stub, to be filled in. given: whether the stub is whole code, with mistakes to be found."""

    def __init__(self, kind, given, function, owner=None):
        self.kind, self.given, self.function, self.owner = kind, given, function, owner
        names = [arg.arg for arg in function.args.args]
        self.me = names.pop(0) if owner else function.name
        self.args = names
        self.docs = _Docs(function, owner, names)

    def fill(self):
        function = self.function
        open_places = any(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(function))
        if not (open_places or (self.given and function.name != "__init__")):
            return
        if function.name == "__init__":
            function.body = [_stored(line, self.args, self.answer) for line in function.body]
            return
        docstring = function.body[:1] if ast.get_docstring(function) is not None else []
        lines = []
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and (self.given or _is_open(node.value)):
                for target in node.targets:
                    leaves = target.elts if isinstance(target, ast.Tuple) else [target]
                    lines += [f"{ast.unparse(t)} = {self.answer(_called(t))}" for t in leaves if not isinstance(t, ast.Subscript)]
        if self.kind == "wiped":
            lines += [
                f"self.{name} = np.zeros(np.shape(self.{name}))" for name in self.docs.attributes if name in self.docs.sizes
            ]
        function.body = docstring + ast.parse("\n".join([*lines, self.result()])).body

    def result(self):
        """The last line: what is returned, in the form in which the stub returns it."""
        returns = [node for node in ast.walk(self.function) if isinstance(node, ast.Return) and node.value is not None]
        form = returns[-1].value if returns else None
        if self.kind in ("nothing", "error", "itself", "echo", "function", "equal", "recorder"):
            form = None
        if isinstance(form, ast.Tuple):
            return f"return {', '.join(self.answer(_called(item)) for item in form.elts)}"
        keys = [key.value for key in form.keys] if isinstance(form, ast.Dict) else self.docs.keys
        if keys:
            return f"return {{{', '.join(f'{key!r}: {self.answer(key)}' for key in keys)}}}"
        return f"return {self.answer('')}"

    def answer(self, name):
        """What stands for the value called `name`; for the result where that is ""."""
        keys = self.docs.keys_of.get(name)
        if keys and "{shape}" in KINDS[self.kind]:
            return f"{{{', '.join(f'{key!r}: {self.answer(key)}' for key in keys)}}}"
        first = self.args[0] if self.args else "0.0"
        return KINDS[self.kind].format(
            first=first,
            last=self.args[-1] if self.args else "0.0",
            all="(" + "".join(f"{arg}, " for arg in self.args) + ")",
            shape=self.docs.shape(name),
            me=self.me,
            other=", ".join(self.args[1:]),
        )


def _stored(line, args, answer):
    """A line of a constructor: an argument is kept under its own name, where the stub leaves that open."""
    if isinstance(line, ast.Assign) and _is_open(line.value):
        name = _called(line.targets[0])
        line.value = _expression(name if name in args else answer(name))
    return line


def _is_open(value):
    return isinstance(value, ast.Constant) and value.value is ...


def _called(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _expression(text):
    return ast.parse(text, mode="eval").body


SIZES = r"\(([\w., ]*,[\w., ]*)\)"
DECLARED = re.compile(rf"((?:\w+, )*\w+)\s+{SIZES}(?: and {SIZES})?")
KEYS = re.compile(r"dict[^.:]*?(?::| with) ((?:\w+(?: \([^()]*\))?,\s+)+\w+)")


class _Docs:
    """What the docstrings of a function, and of its class, say about shapes.

    keys: those of the dict that it returns, [] for anything else; keys_of: {attribute: the keys of the dict that it is}."""

    def __init__(self, function, owner, args):
        self.args = args
        self.text = ast.get_docstring(function) or ""
        about = ast.get_docstring(owner) if owner else ""
        self.keys_of = {}
        for line in re.findall(r"^(\w+)\s\s+(a dict.*(?:\n {5,}.*)*)", about or "", re.MULTILINE):
            self.keys_of[line[0]] = _keys(line[1])
        returned = self.text.partition("Returns")[2] or self.text
        self.keys = (_keys(returned) or next(iter(self.keys_of.values()), [])) if "dict" in returned else []
        self.sizes = {}  # name: its shape, as the names of its sizes
        self.where = {}  # name of a size: an expression for it
        self.numbers = set(re.findall(r"^(\w+)\s\s+.*\bnumber\b", about or "", re.MULTILINE))
        self.attributes = _attributes(owner) if owner else []
        for attribute in reversed(self.attributes):  # those that a constructor sets come last, and count
            self._read(about or "", "self.{}", {attribute, *self.keys_of.get(attribute, ())})
        self._read(self.text, "{}", set(args))
        for one, other in re.findall(r"(\w+) = (\w+)", self.text):
            if other in self.where:
                self.where[one] = self.where[other]
        self.where |= {arg: arg for arg in args if arg in self.where}  # a size that is an argument itself

    def _read(self, text, form, holding):
        for names, *shapes in DECLARED.findall(text):
            shapes = [[size.strip() for size in shape.split(",") if size.strip()] for shape in shapes if shape]
            names = names.split(", ")
            for n, name in enumerate(names):
                sizes = shapes[n if len(shapes) == len(names) else 0]
                self.sizes.setdefault(name, sizes)
                holder = next((f'self.{held}["{name}"]' for held, keys in self.keys_of.items() if name in keys), None)
                if name not in holding:
                    continue
                for axis, size in enumerate(sizes):
                    if size.isidentifier():
                        self.where[size] = f"np.shape({holder or form.format(name)})[{axis}]"

    def shape(self, name):
        """An expression for the shape of the value called `name`, of the result where that is ""."""
        first = f"np.shape({self.args[0]})" if self.args else "()"
        if not name:
            returned = self.text.partition("Returns")[2] or self.text
            if same := re.search(r"the shape (?:of|that) (\w+)", returned):
                return f"np.shape({same[1]})" if same[1] in self.args else self._kept(same[1], first)
            if declared := DECLARED.search(returned):
                return self._expression([s.strip() for s in declared[2].split(",") if s.strip()], first)
            return "()" if re.search(r"\bnumber\b|\bloss\b|\bshare\b|\bTrue\b", returned) else first
        for known in (name, name.removeprefix("d_"), name.removeprefix("d")):
            if known in self.sizes:
                return self._expression(self.sizes[known], first)
        return "()" if name in self.numbers else first

    def _kept(self, name, otherwise):
        return f"np.shape(self.{name})" if name in self.attributes else otherwise

    def _expression(self, sizes, otherwise):
        numbers = [size if size.isdigit() else self.where.get(size) for size in sizes]
        return f"({', '.join(numbers)},)" if all(numbers) else otherwise


def _attributes(owner):
    """Names of what a class's functions keep as attributes, first those that its constructor gives a value."""
    found = {}
    for node in ast.walk(owner):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = zip(target.elts, node.value.elts, strict=False)
                for one, value in pairs:
                    if isinstance(one, ast.Attribute):
                        nothing = isinstance(value, ast.Constant) and value.value is None
                        found[one.attr] = min(found.get(one.attr, 1), int(nothing or _is_open(value)))
    return sorted(found, key=found.get)


def _keys(text):
    found = KEYS.search(text)
    return re.findall(r"\w+", re.sub(r"\([^()]*\)", "", found[1])) if found else []
