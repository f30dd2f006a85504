"""Where a student's own lines part from right ones.

Where what a function gives is what a right solution gives but for one piece, a mistake that the numbers show may lie there, however
the rest is written. It is quoted from the student's own code, so nothing that belongs there can be given away.
"""

import ast
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from grader.exam.whys.reading import UNORDERED, Code, Node, canonical
from grader.words import _

MOST_TEXT, MOST_LINES = 180, 3  # characters of a piece, lines that are quoted beside it


@dataclass(frozen=True)
class Piece:
    """A piece of a student's code that is wrong. kind: "other", a "sign", "more" or "less" than belongs there, or "disturbing" others; node: it; within: what it
    stands in, None where nothing around it is like that of a right solution; effect: (function, what of it); converts: whether
    as much is made an array, or a float, as in the right one: else an error may come of that; explains: effects of the function that are right with something else in this place."""

    kind: str
    node: Node
    within: Node | None
    effect: tuple[str, str]
    converts: bool = True
    explains: frozenset[tuple[str, str]] = frozenset()


def apart(mine: Code, rights: Iterable[Code]) -> dict[tuple[str, str], Piece | None]:
    """{effect: the Piece in which it is unlike each right one, None where it is like one}, of all that a right solution has, too."""
    found: dict[tuple[str, str], Piece | None] = {}
    for effect, node in mine.effects.items():
        pieces = []
        for right in rights:
            if effect not in right.effects:
                continue
            converts = effect[0] in mine.converting or effect[0] not in right.converting
            if effect[0] in right.guarded and effect[0] not in mine.guarded:
                pieces.append(Piece("other", node, None, effect, converts))
            elif right.effects[effect].key == node.key:
                found[effect] = None
                break
            else:
                kind, piece, instead, within = _apart(node, right.effects[effect], None)
                made: dict[int, Node] = {}
                explains = frozenset(
                    other
                    for other, found_there in right.effects.items()
                    if instead is not None and other[0] == effect[0] and other in mine.effects
                    if _replaced(mine.effects[other], piece.key, instead, made).key == found_there.key
                )
                pieces.append(Piece(kind, piece, within, effect, converts, explains))
        else:
            if not pieces and _is_disturbing(effect, rights):
                found[effect] = Piece("disturbing", node, None, effect)
            if pieces:
                found[effect] = min(pieces, key=lambda piece: (piece.kind != "sign", piece.node.size, -len(piece.explains)))
    return found


def _is_disturbing(effect, rights):
    """Whether it is an effect that no right solution has, and that others feel: what they hold is changed."""
    function, what = effect
    if what == "changes":
        return True
    owner = function.rpartition(".")[0]
    return what.startswith("self.") and any(
        other.rpartition(".")[0] == owner and stored == what and not other.endswith(".__init__")
        for right in rights
        for other, stored in right.effects
    )


def _apart(mine, right, within):
    """(kind, the least piece of mine that is unlike the right one, what stands there, what it stands in).

    A piece is one of a whole that is the right one with something else in that place, wherever it stands."""
    if mine.op == right.op:
        ordered = mine.op not in UNORDERED
        if not ordered:
            rest, other = _left_over(mine.kids, right.kids), _left_over(right.kids, mine.kids)
        elif len(mine.kids) == len(right.kids):
            differ = [pair for pair in zip(mine.kids, right.kids, strict=True) if pair[0].key != pair[1].key]
            rest, other = [pair[0] for pair in differ], [pair[1] for pair in differ]
        else:
            rest, other = [], []
        around = mine if mine.source is not None else within
        if mine.op == "sum" and mine.source is not None and len(rest) == 1 == len(other) and is_negative(rest[0], other[0]):
            return "sign", mine, right, within  # which is one of the sum
        for one in other[:1] if ordered else other[:3]:
            kind, piece, instead, place = _apart(rest[0], one, around) if rest else ("", None, None, None)
            if piece is None or (len(rest) == 1 == len(other)):
                found = (kind, piece, instead, place) if piece is not None else None
            else:
                same = instead is not None and _replaced(mine, piece.key, instead, {}).key == right.key
                found = (kind, piece, instead, place) if same else None
            if found and piece.source is not None:
                return found
        if not ordered and not rest and other and mine.source is not None:
            return "less", mine, None, within
        if not ordered and len(rest) == 1 and not other and rest[0].source is not None:
            return "more", rest[0], None, around
    return "other", mine, right, within


def is_negative(one: Node, other: Node) -> bool:
    """Whether two terms differ in their sign alone."""
    return negative(one).key == other.key or negative(other).key == one.key


def negative(node: Node) -> Node:
    """The same with its sign turned."""
    return canonical("mul", [Node("number:-1.0"), node])


def _replaced(node, key, other, made):
    """A Node with another one in place of a piece of it, wherever that stands. made: {id of a Node: it, made already}."""
    if node.key == key:
        return other
    if id(node) not in made:
        kids = [_replaced(kid, key, other, made) for kid in node.kids]
        is_same = all(a is b for a, b in zip(kids, node.kids, strict=True))
        made[id(node)] = node if is_same else canonical(node.op, kids, node.source)
    return made[id(node)]


def _left_over(kids, others):
    left, rest = [kid.key for kid in others], []
    for kid in kids:
        if kid.key in left:
            left.remove(kid.key)
        else:
            rest.append(kid)
    return rest


# Words.


def _branches(node):
    """What there is in both cases of a condition."""
    node = node.kids[2] if node.op == "folded" else node
    return node.kids[1:] if node.op == "if" and isinstance(node.source, ast.If) else ()


def text_of(node: Node) -> str:
    """A piece as the student has written it, "" where that is too long."""
    source = node.source
    if source is None:
        return ""
    if isinstance(source, ast.For):
        return ""  # what is wrong may stand anywhere in it
    if isinstance(source, ast.If) and any(isinstance(branch.source, ast.If) for branch in _branches(node)):
        return ""
    text = ast.unparse(source).split("\n")[0].removesuffix(":") if isinstance(source, ast.stmt) else ast.unparse(source)
    return text if len(text) <= MOST_TEXT and "\n" not in text and "`" not in text else ""


def _shown(source):
    """The nodes of what is shown of a piece of code."""
    return ast.walk(source.test if isinstance(source, ast.If) else source)


def quoted(piece: Piece) -> str:
    """A piece in the student's own words, with what its names stand for; "" where that is too long."""
    text = text_of(piece.node)
    if not text:
        return ""
    branches = [text_of(branch) for branch in _branches(piece.node)]
    lines = [code for code in branches if code]
    for name in _shown(piece.node.source):
        bound = getattr(name, "bound", None)
        if bound is not None and bound.source is not None and bound.kids and text_of(bound):
            of_it = isinstance(bound.source, ast.stmt) or getattr(bound.source, "named", "") == name.id
            by_helper = hasattr(bound.source, "of_helper")  # whose lines stand elsewhere
            line = f"{name.id} = {text_of(bound)}" if of_it and not isinstance(bound.source, ast.stmt) else text_of(bound)
            lines += [line] if of_it or by_helper else []
    lines = [line for line in dict.fromkeys(lines) if line != text]
    said = f"`{text}`"
    if lines and len(lines) <= MOST_LINES:
        said = _("{code} with {lines}").format(code=said, lines=_(", ").join(f"`{line}`" for line in lines))
    around = text_of(piece.within) if piece.within is not None and len(text) <= 14 else ""
    if around and around != text and text in around:
        said = _("{code} in {line}").format(code=said, line=f"`{around}`")
    return said


# Which piece is behind a wrong value.


def behind(
    pieces: dict[tuple[str, str], Piece | None],
    wrong: Iterable[tuple[str, str]],
    called: Iterable[str],
    inner: Mapping[str, Collection[str]],
) -> Piece | None:
    """The Piece that the wrong effects of a part come of, in the order in which they were met; None where that can't be told.

    called: functions that were called before, the last one first: what they did to others may show only later; inner: {function:
    others of the student's that it calls}. Where it may come of two pieces, none is blamed."""
    for effect in wrong:
        function = effect[0]
        beside = [one for what in ("calls", "changes") if (one := pieces.get((function, what))) is not None]
        beside += [one for one in _disturbing(function, pieces) if one not in beside]
        beside += [one for other in inner.get(function, ()) if (one := pieces.get((other, "return"))) is not None]
        piece = pieces.get(effect) or (beside[0] if beside else None)
        if piece is None:
            continue
        if not all(_explains(one, piece) for one in beside):
            return None
        return _started(piece, pieces) or min([piece, *beside], key=lambda one: one.node.size)
    for function in called:
        if (piece := pieces.get((function, "calls"))) is not None:
            return piece
    every = [
        piece
        for (function, what), piece in pieces.items()
        if piece is not None and piece.kind != "disturbing" and (what.startswith("default") or not function.endswith(".__init__"))
    ]
    least = min(every, key=lambda one: one.node.size, default=None)
    return least if least is not None and all(_hang_together(least, one) for one in every) else None


def _explains(one, piece):
    """Whether a piece is all that is in another one, or in this one."""
    return one.effect in piece.explains or any(node.key == one.node.key for node in piece.node.walk())


def _disturbing(function, pieces):
    """The pieces that change what a function's class holds, or what it was given."""
    owner = function.rpartition(".")[0]
    alike = lambda name: name == function or (owner and name.rpartition(".")[0] == owner)
    return [one for (name, _what), one in pieces.items() if one is not None and one.kind == "disturbing" and alike(name)]


def _hang_together(one, other):
    """Whether the one piece is in the other."""
    keys = ({node.key for node in piece.node.walk()} for piece in (one, other))
    mine, others = keys
    return one.node.key in others or other.node.key in mine


def _started(piece, pieces):
    """The piece of what a constructor stores that is in another one."""
    keys = {node.key for node in piece.node.walk()}
    made = (one for (name, _what), one in pieces.items() if name.endswith(".__init__") and one is not None)
    return next((one for one in made if one.node.key in keys and one is not piece), None)
