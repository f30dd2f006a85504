"""The reference solution of an assignment, cut into the notebook's cells."""

import ast

from grader.notebook.cells import role
from grader.notebook.definitions import bound_names
from grader.notebook.source import Source


def cut_into_cells(text: str, source: Source) -> dict[str, str]:
    """{grade_id of a solution cell: its part of the reference}. Every definition goes to the cell whose stub defines the same
    name; what the notebook gives is left out, and anything else goes with the first."""
    homes = {name: cell for cell in source.exercises for name in bound_names(source.cells[cell]["source"])}
    given = set().union(*(bound_names(cell["source"]) for cell in source.cells.values() if role(cell) == "given")) - set(homes)
    cells: dict[str, list[str]] = {cell: [] for cell in source.exercises}
    lines = text.split("\n")
    for node in ast.parse(text).body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        first = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
        statement = "\n".join(lines[first - 1 : node.end_lineno])
        names = bound_names(statement)
        if names and names <= given:
            continue
        cell = next((homes[name] for name in sorted(names) if name in homes), source.exercises[0])
        cells[cell].append(statement)
    return {cell: "\n\n\n".join(parts) for cell, parts in cells.items()}
