"""There through a submission's layer, and back: what came of each thing by itself, so that each can be judged by itself."""

from collections.abc import Callable, Sequence
from typing import Any

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
    return dict.fromkeys(results, error) if error else _named("forward", seen.returned, results)


def back(
    student: Any, layer: Any, douts: Sequence[Any], gradients: Sequence[str], kept: Sequence[str] = (), advise: Advise = nobody
) -> Came:
    """What layer.backward(*douts) returned, by the names of its gradients, and what the layer keeps by the names of attributes.

    Where backward stopped, what it had kept by then counts."""
    seen, error = _call(student, layer, "backward", douts, advise)
    came = dict.fromkeys(gradients, error) if error else _named("backward", seen.returned, gradients)
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
        told = _("`{name}.{where}` changes an array that it was given. Whoever else needs it gets a wrong one.")
        advise(told.format(name=layer._name, where=where))
    return seen, seen.error


def _named(where, value, names):
    if len(names) < 2:
        return dict.fromkeys(names, value)
    if type(value) in (tuple, list) and len(value) == len(names):
        return dict(zip(names, value, strict=True))
    if value is ...:
        return dict.fromkeys(names, NotRun(_("not run: `{where}` is still to be written.").format(where=where)))
    told = _("`{where}` must return {n} things: {names}.").format(where=where, n=len(names), names=", ".join(names))
    return dict.fromkeys(names, Failed(told))
