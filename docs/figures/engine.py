"""Draws the picture of docs/engine.md from the imports themselves. From the repository root: python docs/figures/engine.py"""

import ast
import sys
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.imports import between_rooms  # noqa: E402

TARGET = ROOT / "docs/figures/engine.svg"
EVERYWHERE = ("words", "files", "result")  # single modules that nearly every room uses: one box at the bottom
LEFT_OUT = {"__main__", "grader", "nbgrader_plugin", "markdown"}
WIDTH, BOX_WIDTH, BOX_HEIGHT, FLOOR = 960, 440, 54, 92  # px
INK, SOFT, LINE, FILL = "#222222", "#5a5a5a", "#7a8794", "#f3f6f9"


def uses() -> dict[str, set[str]]:
    """{box: the boxes below that it uses}, without those that it reaches through another."""
    box = lambda name: "words" if name in EVERYWHERE else name
    found: dict[str, set[str]] = {}
    for name, used in between_rooms().items():
        if name not in LEFT_OUT:
            found.setdefault(box(name), set()).update(map(box, used - LEFT_OUT))
    found["words"] = set()  # those that use one another stand in one box

    def reached(name: str) -> set[str]:
        return set().union(*({other} | reached(other) for other in found[name]))

    return {name: {one for one in used if not any(one in reached(other) for other in used)} for name, used in found.items()}


def floors(direct: dict[str, set[str]]) -> list[list[str]]:
    """The boxes of each floor, the lowest first: each stands right above the highest that it uses."""
    height: dict[str, int] = {}

    def of(name: str) -> int:
        if name not in height:
            height[name] = max((of(other) + 1 for other in direct[name]), default=0)
        return height[name]

    found: list[list[str]] = [[] for _floor in range(max(map(of, direct)) + 1)]
    for name in sorted(direct):
        found[of(name)].append(name)
    return found


def label(name: str) -> tuple[str, str]:
    """What stands in a box: the room, and the first line of its docstring."""
    if name == "words":
        return ", ".join(
            f"{one}.py" for one in EVERYWHERE
        ), "for all above: sentences and their gate, files and the lock, the Result"
    package = ROOT / "grader" / name / "__init__.py"
    path = package if package.exists() else ROOT / f"grader/{name}.py"
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return f"{name}/" if package.exists() else path.name, docstring.split("\n")[0].split(": `")[0].rstrip(".")


def svg() -> str:
    """The picture as text."""
    direct = uses()
    levels = floors(direct)
    height = FLOOR * len(levels)
    place = {
        name: (WIDTH * (2 * n + 1) / (2 * len(names)), height - FLOOR * floor - FLOOR / 2)
        for floor, names in enumerate(levels)
        for n, name in enumerate(names)
    }
    arrows, boxes = [], []
    for name, used in sorted(direct.items()):
        for other in sorted(used):
            (x, y), (to_x, to_y) = place[name], place[other]
            start, end = y + BOX_HEIGHT / 2, to_y - BOX_HEIGHT / 2
            if end - start < FLOOR:
                way = f"M{x:.0f} {start:.0f}C{x:.0f} {end:.0f} {to_x:.0f} {start:.0f} {to_x:.0f} {end:.0f}"
            else:  # past the boxes in between
                side = WIDTH - 14 if x >= WIDTH / 2 else 14
                entry = to_x + (side - to_x) * 0.4
                way = f"M{x + (side - x) * 0.4:.0f} {start:.0f}C{side:.0f} {start + 40:.0f} {side:.0f} {end - 40:.0f} {entry:.0f} {end:.0f}"
            arrows.append(f'<path d="{way}" marker-end="url(#arrow)"/>')
    for name, (x, y) in place.items():
        heading, text = label(name)
        frame = f'x="{x - BOX_WIDTH / 2:.0f}" y="{y - BOX_HEIGHT / 2:.0f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"'
        boxes.append(f'<rect {frame} fill="{FILL}" stroke="{LINE}"/>')
        boxes.append(f'<text x="{x:.0f}" y="{y - 5:.0f}" font-weight="600" font-size="15" fill="{INK}">{escape(heading)}</text>')
        boxes.append(f'<text x="{x:.0f}" y="{y + 15:.0f}" font-size="11.5" fill="{SOFT}">{escape(text)}</text>')
    tip = f'<path d="M0 0L8 4L0 8z" fill="{LINE}"/>'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" text-anchor="middle">',
            f'<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">{tip}</marker></defs>',
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<g fill="none" stroke="{LINE}" stroke-width="1.4">{"".join(arrows)}</g>',
            *boxes,
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    TARGET.write_text(svg(), "utf-8")
