"""There through a submission's layer, and back: what came of each thing by itself, so that each can be judged by itself."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

import numpy as np
from numpy.typing import ArrayLike

from grader.exam.checks import assert_gradient, assert_kind
from grader.exam.compare import is_value
from grader.exam.outcomes import Failed, NotPassed, NotRun
from grader.words import _

Came = dict[str, Any]  # {name: the value that came, or the NotPassed that came in its place}
Advise = Callable[[str], None]


def nobody(sentence: str) -> None:
    """Who listens to advice that is given elsewhere."""


def attempt(take: Callable[[], Any]) -> Any:
    """What take() gives, or the NotPassed that it raises."""
    try:
        return take()
    except NotPassed as error:
        return error


def there(student: Any, layer: Any, inputs: Sequence[Any], results: Sequence[str], advise: Advise = nobody) -> Came:
    """What layer.forward(*inputs) returned, by the names of its results. layer: a Proxy, or the NotPassed that came of making it."""
    seen, error = _call(student, layer, "forward", inputs, advise)
    return dict.fromkeys(results, error) if error else several("forward", seen.returned, results)


def back(
    student: Any, layer: Any, douts: Sequence[Any], gradients: Sequence[str], kept: Sequence[str] = (), advise: Advise = nobody
) -> Came:
    """What layer.backward(*douts) returned, by the names of its gradients, and what the layer keeps by the names of attributes.

    Where backward stopped, what it had kept by then counts."""
    seen, error = _call(student, layer, "backward", douts, advise)
    came = dict.fromkeys(gradients, error) if error else several("backward", seen.returned, gradients)
    for name in kept:
        value = layer if isinstance(layer, NotPassed) else attempt(lambda name=name: getattr(layer, name))  # type: ignore[misc]
        came[name] = error if error and (value is None or isinstance(value, NotPassed)) else value
    return came


def _call(student, layer, where, given, advise):
    """(Seen, None), or (None, the NotPassed that came instead)."""
    if isinstance(layer, NotPassed):
        return None, layer
    seen = attempt(lambda: student.watch(getattr(layer, where), *given))
    if isinstance(seen, NotPassed):
        return None, seen
    if any(one is not None and not is_value(after, one) for after, one in zip(seen.args, given, strict=False)):
        sentence = _("`{name}.{where}` changes an array that it was given. Whoever else needs it gets a wrong one.")
        advise(sentence.format(name=layer._name, where=where))
    return seen, seen.error


def several(where: str, value: Any, names: Sequence[str]) -> Came:
    """What a function returned, by the names of its results: {name: a value, or the NotPassed that stands for what is no such
    tuple}. `check_value` judges each. where: the function's name."""
    if len(names) < 2:
        return dict.fromkeys(names, value)
    if type(value) in (tuple, list) and len(value) == len(names):
        return dict(zip(names, value, strict=True))
    if value is ...:
        return dict.fromkeys(names, NotRun(_("not run: `{where}` is still to be written.").format(where=where)))
    sentence = _("`{where}` must return {n} things: {names}.").format(where=where, n=len(names), names=", ".join(names))
    return dict.fromkeys(names, Failed(sentence))


def check_value(name: str, came: Any, want: ArrayLike, hint: str = "", known: dict[str, float] | None = None) -> None:
    """What came is `want`. Raises the NotPassed that came in its place."""
    if isinstance(came, NotPassed):
        raise came
    assert_gradient(name, came, want, hint, known)


def raise_first(came: Came, names: Iterable[str], sentence: str, hint: str) -> NoReturn:
    """Say that none of these is right: with what stopped one, if anything did."""
    for name in names:
        if isinstance(came[name], NotPassed):
            raise came[name]
        assert_kind(name, came[name])
    raise Failed(sentence, hint)


BETWEEN = _(" in a second backward, after a forward of another layer")  # where each layer has to keep what is its own


def check_again(came: Came, want: dict[str, Any], fresh: Callable[[], Came], is_sound: Callable[[Came], bool], case: str) -> None:
    """What came in a later round is right, or as wrong as that of a new layer, which has something right in it.

    came, want: {name: value}. fresh(): what came of a new layer for the same, asked for only where it matters; is_sound(fresh)."""
    wrong = [name for name, value in came.items() if isinstance(value, NotPassed) or not is_value(value, want[name])]
    if not wrong:
        return
    own = fresh()
    for name in wrong:
        if not _is_same(came[name], own[name]):
            check_value(name + case, came[name], want[name], _("A later round on the same object must count from anew."))
            raise Failed(_("{name} is wrong{case}.").format(name=name, case=case))
    if not is_sound(own):
        check_value(wrong[-1] + case, came[wrong[-1]], want[wrong[-1]])
        raise Failed(_("Nothing that came is right."))


def _is_same(one, other):
    """Whether two layers gave the same, be it wrong, or nothing that could be compared."""
    if type(other) in (int, float, np.ndarray):
        return not isinstance(one, NotPassed) and is_value(one, other)
    return type(one) is type(other)


class InPlace:
    """A submission while something is put in place: what is asked of it together then has the same in place.

    put(student): a context manager that puts it there."""

    def __init__(self, student: Any, put: Callable[[Any], contextlib.AbstractContextManager[object]]):
        self._student, self._put = student, put

    def __getattr__(self, name):
        return getattr(self._student, name)

    def together(self, run: Callable[[], Any]) -> Any:
        """What `run()` gives, see `Submission.together`."""

        def run_in_place():
            with self._put(self._student):
                return run()

        return self._student.together(run_in_place)
