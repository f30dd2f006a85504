"""Arrays whose shapes don't fit, drawn as blocks of rows and columns, the sizes that clash marked. Inline SVG, no colour needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from grader.words import _

CELL_PX, LONGEST_PX, SHORTEST_PX = 20, 132, 14  # one entry, and a block's longest and shortest side
SHEET_PX = 5  # between the sheets of an array of three dimensions or more


Shape = tuple[int, ...]


@dataclass(frozen=True)
class Block:
    """One array: what it is called (a name, or words), its shape as it is written, the drawing."""

    label: Markup
    shape: str
    picture: Markup


def blocks(shapes: Sequence[tuple[str, Shape]], marked: Sequence[Shape] = ()) -> list[Block]:
    """The Blocks of a part's shapes, all to one scale. marked: for each the axes (-1 the columns, -2 the rows, …) whose sizes
    don't fit."""
    longest = max((size for _name, shape in shapes for size in shape[-2:]), default=1)
    scale = min(CELL_PX, LONGEST_PX / max(longest, 1))
    axes = [*marked[: len(shapes)], *[()] * len(shapes)]
    return [
        Block(_label(name), str(tuple(shape)), _draw(shape, scale, own)) for (name, shape), own in zip(shapes, axes, strict=False)
    ]


def _label(name):
    return Markup("{}" if " " in name or name == _("wanted") else "<code>{}</code>").format(name)


def _draw(shape, scale, marked):
    rows, columns = (1, 1, *shape)[-2:]
    width, height = (min(LONGEST_PX, max(SHORTEST_PX, size * scale)) for size in (columns, rows))
    sheets = SHEET_PX * min(len(shape[:-2]), 2)
    left, top = 30, 20 + sheets
    parts = [
        f'<rect class="sheet" x="{left + back}" y="{top - back}" width="{width:.1f}" height="{height:.1f}"/>'
        for back in range(sheets, -1, -SHEET_PX)
    ]
    lines = [f"M{left + width * n / columns:.1f} {top}v{height:.1f}" for n in _within(columns, width)]
    lines += [f"M{left} {top + height * n / rows:.1f}h{width:.1f}" for n in _within(rows, height)]
    parts.append(f'<path class="grid" d="{"".join(lines)}"/>')
    if shape:
        parts.append(_size(columns, -1 in marked, left + width / 2, top - sheets - 7, "middle"))
        if -1 in marked:
            parts.append(f'<path class="clash" d="M{left - 1} {top}h{width + 2:.1f}"/>')
    if len(shape) > 1:
        parts.append(_size(rows, -2 in marked, left - 7, top + height / 2 + 5, "end"))
        if -2 in marked:
            parts.append(f'<path class="clash" d="M{left} {top - 1}v{height + 2:.1f}"/>')
    total = f'width="{left + width + sheets + 3:.0f}" height="{top + height + 3:.0f}"'
    return Markup('<svg role="img" aria-label="{}" {}>{}</svg>').format(
        _said(shape, marked), Markup(total), Markup("".join(parts))
    )


def _within(size, length):
    """Where lines divide a side; nowhere, if they would stand too close."""
    return range(1, size) if 4 * size <= length else ()


def _size(n, marked, x, y, anchor):
    kind = ' class="clashing"' if marked else ""
    return f'<text{kind} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{n}</text>'


def _said(shape, marked):
    """The drawing in words, for who doesn't see it."""
    if not shape:
        return _("one number")
    names = {-1: _("{n} columns"), -2: _("{n} rows")} if len(shape) > 1 else {-1: _("{n} entries in one row")}
    sizes = []
    for axis in range(-len(shape), 0):
        name = names.get(axis, _("{n} sheets")).format(n=shape[axis])
        sizes.append(_("{size}, which doesn't fit").format(size=name) if axis in marked else name)
    return _(", ").join(sizes)
