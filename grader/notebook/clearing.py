"""What nbgrader takes out of a source notebook before students get it: solutions, hidden tests, mark schemes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CODE_STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
TEXT_STUB = "YOUR ANSWER HERE"
CLEARS = "nbgrader.preprocessors.ClearSolutions"  # also by its class


@dataclass(frozen=True)
class Clearing:
    """The words that begin and end what is taken out, as nbgrader's settings have them. whole: whether a solution cell without
    such words is taken out whole; code_stub, text_stub: what students find in the place of a solution."""

    solution: tuple[str, str] = ("BEGIN SOLUTION", "END SOLUTION")
    hidden: tuple[str, str] = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
    scheme: tuple[str, str] = ("BEGIN MARK SCHEME", "END MARK SCHEME")
    whole: bool = False
    code_stub: str = CODE_STUB
    text_stub: str = TEXT_STUB

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> "Clearing":
        """As a course's configuration, nbgrader's, says."""

        def words(step, what, default):
            given = config.get(step, {})
            return given.get(f"begin_{what}_delimeter", default[0]), given.get(f"end_{what}_delimeter", default[1])

        steps = config.get("GenerateAssignment", {}).get("preprocessors")
        stub = config.get("ClearSolutions", {}).get("code_stub", CODE_STUB)
        return cls(
            solution=words("ClearSolutions", "solution", cls.solution),
            hidden=words("ClearHiddenTests", "test", cls.hidden),
            scheme=words("ClearMarkScheme", "mark_scheme", cls.scheme),
            whole=steps is None or any(getattr(step, "__name__", str(step)).endswith("ClearSolutions") for step in steps),
            code_stub=stub.get("python", CODE_STUB) if isinstance(stub, Mapping) else str(stub),
            text_stub=config.get("ClearSolutions", {}).get("text_stub", TEXT_STUB),
        )

    def without_hidden(self, text: str) -> str:
        """The text of a test cell without its hidden part."""
        return _cut(text, self.hidden).rstrip()

    def without_solution(self, text: str, is_code: bool) -> str:
        """The text of a solution cell as students get it."""
        stub = self.code_stub if is_code else self.text_stub
        if self.solution[0] not in text:
            return stub if self.whole else text
        return _cut(text, self.solution, stub)

    def solution_lines(self, text: str, is_code: bool) -> list[str]:
        """The lines of a solution cell that students don't get."""
        kept = set(self.without_solution(text, is_code).split("\n"))
        return [line for line in text.split("\n") if line not in kept and not any(word in line for word in self.solution)]


def _cut(text, words, stub=None):
    """The text without all that stands between two words, their lines included; a stub, if there is one, in its place."""
    begin, end = words
    kept, within = [], False
    for line in text.split("\n"):
        if begin in line:
            within = True
            indent = line[: len(line) - len(line.lstrip())]
            kept += [indent + new for new in stub.split("\n")] if stub else []
        elif end in line:
            within = False
        elif not within:
            kept.append(line)
    return "\n".join(kept)
