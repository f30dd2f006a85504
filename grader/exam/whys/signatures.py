"""What every mutant of an exercise answers to the diagnostic probes, known beforehand.

The probes are the questions of the exercise's own hidden tests, drawn with a seed that is nobody's. A signature is, for each leaf
of the answers in which a mutant differs from the reference, a number that its value to seven digits has. `grader release` keeps
them under `.grader/signatures/`: they are answers, and never released.
"""

import hashlib
import json
import math
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from grader import files
from grader.exam.prefetch import Script
from grader.exam.record import ABSENT, apart, at, error_key, observed
from grader.exam.whys import operators
from grader.exam.whys.operators import Mutant
from grader.sandbox import confine, wire
from grader.sandbox.objects import Objects

EDITION = b"7"  # of what is asked here and kept: another one makes all signatures stale
WORK, FEWEST, MOST = 500_000, 80, 1_400  # lines of code for all mutants of one exercise; mutants, whatever each takes
SECONDS, TIMES = 2.0, 10  # of processor time for one mutant; as many times what right code takes
MEMORY = 1 << 30  # bytes that it may ask for beyond what is there
DIGITS = 7

Leaf = tuple[int, str, tuple]  # (number of the question, name of the observation, path in it)


@dataclass
class Signatures:
    """Of one exercise. texts: the right codes, in plain form, that the mutants are made of; free: leaves in which right codes
    differ, which say nothing; leaves: all that any mutant changes; made: [(number of the right code, Mutant, {number of a leaf:
    print})]."""

    digest: str
    texts: list[str]
    free: frozenset[Leaf]
    leaves: list[Leaf]
    made: list[tuple[int, Mutant, dict[int, int]]] = field(default_factory=list)

    def code(self, n: int) -> str:
        base, mutant, _prints = self.made[n]
        return mutant.code(self.texts[base].split("\n"))

    def together(self, one: int, other: int) -> str | None:
        """The code with two mistakes of the same right code, None where they are in the same place."""
        first, second = sorted((self.made[one], self.made[other]), key=lambda made: made[1].edit[0])
        if first[0] != second[0] or first[1].edit[1] > second[1].edit[0]:
            return None
        lines = second[1].code(self.texts[first[0]].split("\n")).split("\n")
        return first[1].code(lines)

    def to_json(self) -> dict[str, Any]:
        made = [
            [
                base,
                m.operator,
                m.function,
                m.target,
                list(m.names),
                list(m.edit),
                {str(leaf): print_ for leaf, print_ in prints.items()},
            ]
            for base, m, prints in self.made
        ]
        return {
            "digest": self.digest,
            "texts": self.texts,
            "free": sorted(map(_leaf_out, self.free), key=repr),
            "leaves": list(map(_leaf_out, self.leaves)),
            "made": made,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Signatures":
        made = [
            (
                base,
                Mutant(operator, function, target, tuple(names), tuple(edit)),
                {int(leaf): print_ for leaf, print_ in prints.items()},
            )
            for base, operator, function, target, names, edit, prints in data["made"]
        ]
        return cls(
            data["digest"], data["texts"], frozenset(map(_leaf_in, data["free"])), list(map(_leaf_in, data["leaves"])), made
        )


def _leaf_out(leaf):
    number, name, path = leaf
    return [number, name, list(path)]


def _leaf_in(leaf):
    number, name, path = leaf
    return number, name, tuple(path)


def path_of(state: Path, assignment: str, exercise: str) -> Path:
    return state / "signatures" / assignment / f"{exercise}.json"


def read(path: Path, digest: str) -> Signatures | None:
    """The Signatures kept there, None where there are none, or they are of another digest."""
    try:
        data = json.loads(path.read_bytes())
        return Signatures.from_json(data) if data["digest"] == digest else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_fresh(path: Path, digest: str) -> bool:
    """Whether the Signatures kept there are of this digest, without reading all of them."""
    try:
        with open(path, "rb") as file:
            return digest in file.read(200).decode("ascii", "replace")
    except OSError:
        return False


def write(path: Path, made: Signatures) -> None:
    files.write(path, json.dumps(made.to_json(), separators=(",", ":")).encode())


def digest_of(texts: Iterable[str], tests: bytes) -> str:
    """What signatures depend on: right codes, the hidden tests that ask, and the code of ours that makes mutants and asks."""
    digest = hashlib.sha256(tests)
    for text in texts:
        digest.update(text.encode() + b"\0")
    digest.update(Path(operators.__file__).read_bytes() + EDITION)
    return digest.hexdigest()


def answers(script: Script, names: dict[str, Any]) -> list[dict[str, Any]]:
    """What a namespace answers to the questions of a Script, observed."""
    return [observed(answer) for answer in Objects(names).do_batch(script.asked)["answers"]]


def differences(
    right: list[dict[str, Any]], others: list[dict[str, Any]], free: frozenset[Leaf] = frozenset()
) -> dict[Leaf, int]:
    """{leaf: print of the value there} of all leaves in which answers differ from the right ones."""
    found: dict[Leaf, int] = {}
    for n, (reference, its) in enumerate(zip(right, others, strict=True)):
        for name in ("value", "error", "args", "missing"):
            if name in reference or name in its:
                for path in apart(its.get(name, ABSENT), reference.get(name, ABSENT)):
                    if (n, name, path) not in free:
                        found[n, name, path] = print_of(at(its.get(name, ABSENT), path))
    return found


def print_of(value: Any) -> int:
    """A number that all values have which are the same to seven digits, in kind and shape."""
    return int.from_bytes(hashlib.blake2b(_rounded(value), digest_size=6).digest(), "little")


def _rounded(value):
    if type(value) is np.ndarray:
        head = f"{value.dtype.kind}{value.shape}".encode()
        if value.dtype.kind != "f" or not value.size:
            return head + value.tobytes()
        size = np.abs(value[np.isfinite(value)]).max(initial=0.0)
        if size == 0.0:
            return head + repr(np.isnan(value).tolist()).encode()
        step = 10.0 ** (math.floor(math.log10(size)) - DIGITS + 1)
        with np.errstate(all="ignore"):
            return head + (np.round(value / step) + 0.0).tobytes()
    if type(value) is float:
        return f"{value:.{DIGITS - 1}e}".encode() if value else b"0.0"
    if type(value) is dict:
        if "type" in value and "message" in value:
            return repr(error_key(value)).encode()
        return b"{" + b",".join(repr(key).encode() + _rounded(item) for key, item in sorted(value.items(), key=repr)) + b"}"
    if type(value) in (list, tuple):
        return b"[" + b",".join(map(_rounded, value)) + b"]"
    if type(value) is wire.Handle:
        return b"handle"
    return b"absent" if value is ABSENT else repr(value).encode()


def build(
    script: Script, texts: list[str], known: frozenset[str], names: Callable[[str], dict[str, Any]], digest: str
) -> Signatures:
    """The Signatures of an exercise. texts: the reference's cell and right codes, as they are; names(code): a namespace in which a
    cell stands for its exercise."""
    plain = [operators.plain(text) for text in texts]
    started = time.process_time()
    right = answers(script, names(plain[0]))
    seconds = min(SECONDS, max(TIMES * (time.process_time() - started), 0.05))
    most = min(max(WORK // max(_work(script, names(plain[0])), 1), FEWEST), MOST)
    free = frozenset().union(*(differences(right, found) for found in _all(script, plain[1:], names) if found is not None))
    numbers = [_numeric(script, names(text)) for text in plain]
    queue = _drawn(plain, known, numbers, most)
    leaves: dict[Leaf, int] = {}
    seen: set[frozenset] = {frozenset()}
    made = Signatures(digest, plain, free, [])
    for (base, mutant, _code), found in zip(
        queue, _in_forks(script, [code for _base, _mutant, code in queue], names, right, free, seconds), strict=True
    ):
        if found is None or (key := frozenset(found.items())) in seen:
            continue
        seen.add(key)
        made.made.append((base, mutant, {leaves.setdefault(leaf, len(leaves)): print_ for leaf, print_ in found.items()}))
    made.leaves = list(leaves)
    return made


def _work(script, names):
    """How long it takes to answer a Script, in lines of code that run: the same everywhere, and with whatever else goes on."""
    lines = 0

    def count(frame, event, _argument):
        nonlocal lines
        if not frame.f_code.co_filename.startswith("<cell "):
            return None
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        answers(script, names)
    finally:
        sys.settrace(before)
    return lines + 12 * len(script.lines)  # to put a question takes as long as a dozen lines


def _numeric(script, names):
    """The names that hold numbers, not only truth values, while a namespace answers a Script."""
    asked = [{**line, "ask": {**line["ask"], "watch": True}} if line["ask"]["do"] == "call" else line for line in script.asked]
    labels = {
        label
        for answer in Objects(names).do_batch(asked)["answers"]
        for label, values in answer.get("had", {}).items()
        if not all(type(value) is bool or (type(value) is np.ndarray and value.dtype.kind == "b") for value in values)
    }
    return {label.removeprefix("self.").partition("[")[0] for label in labels} - {"return"}


def _drawn(plain, known, numbers, most):
    """[(base, Mutant, code)] to be tried, each code once: three quarters of what there is room for of the reference, the rest of
    the other right codes."""
    found, seen = [], set(plain)
    for base, text in enumerate(plain):
        lines = text.split("\n")
        room = most - len(found)
        if base == 0:
            room = max(room * 3 // 4, 1)
        else:
            room //= len(plain) - base
        for mutant in operators.mutants(text, known, numbers[base]):
            if room <= 0:
                break
            code = mutant.code(lines)
            if code not in seen:
                seen.add(code)
                room -= 1
                found.append((base, mutant, code))
    return found


def _all(script, codes, names):
    """What each of some codes answers, None where it can't be tried."""
    for code in codes:
        try:
            yield answers(script, names(code))
        except Exception:
            yield None


def _in_forks(script, codes, names, right, free, seconds) -> Iterator[dict[Leaf, int] | None]:
    """The differences of each of some codes, None where it doesn't end, or can't be run: worked out in forks of this process, with
    limits of time and memory."""
    done = 0
    while done < len(codes):
        reader, writer = os.pipe()
        parent = os.getpid()
        process = os.fork()
        if not process:
            confine.die_with_parent()
            if os.getppid() != parent:
                os._exit(1)  # it is gone already
            _try_all(script, codes[done:], names, right, free, seconds, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as lines:
            for line in lines:
                found = json.loads(line)
                yield None if found is None else {_leaf_in(leaf): print_ for leaf, print_ in found}
                done += 1
        os.waitpid(process, 0)
        if done < len(codes):  # that one ended it
            yield None
            done += 1


def _try_all(script, codes, names, right, free, seconds, writer):
    """The work of a fork: a line of JSON for each code. Doesn't return."""
    code = 1
    try:
        signal.signal(signal.SIGVTALRM, lambda *_: os._exit(1))
        used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        with os.fdopen(writer, "wb") as out, np.errstate(all="ignore"):
            for text in codes:
                signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
                try:
                    found = differences(right, answers(script, names(text)), free)
                    line = json.dumps([[_leaf_out(leaf), print_] for leaf, print_ in found.items()])
                except Exception:
                    line = "null"
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                out.write(line.encode() + b"\n")
                out.flush()  # the next one may end this process, and is not to take it along
        code = 0
    finally:
        os._exit(code)
