"""Babel's way to the sentences that stand in no `_`: the titles of hidden tests, and what is said about a wrong solution."""

import ast
import tomllib
from collections.abc import Iterator
from typing import IO, Any

from babel.messages.extract import extract_python

from grader.exam.plan import title_of


def hidden_tests(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple]:
    """Like the extractor for Python, and the first line of each test's docstring."""
    text = file.read()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.lineno, "gettext", title_of(ast.get_docstring(node) or node.name), []
    file.seek(0)
    yield from extract_python(file, keywords, comment_tags, options)


def wrong_solutions(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple]:
    """The sentence and the hint of a misconception."""
    fields = tomllib.loads(file.read().decode())
    for name in ("sentence", "hint"):
        yield 1, "gettext", fields[name], []
