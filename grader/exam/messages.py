"""Babel's way to the sentences that stand in no `_`: the titles of hidden tests, and what is told about a wrong solution."""

import ast
import tomllib

from babel.messages.extract import extract_python

from grader.exam.marks import title_of


def hidden_tests(file, keywords, comment_tags, options):
    """Like the extractor for Python, and the first line of each test's docstring."""
    text = file.read()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.lineno, "gettext", title_of(ast.get_docstring(node) or node.name), []
    file.seek(0)
    yield from extract_python(file, keywords, comment_tags, options)


def wrong_solutions(file, keywords, comment_tags, options):
    """The sentence and the hint of a misconception."""
    told = tomllib.loads(file.read().decode())
    for name in ("sentence", "hint"):
        yield 1, "gettext", told[name], []
