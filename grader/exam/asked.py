"""One question of a hidden test, and its answer."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One question that a hidden test asked, and what came back."""

    asker: str  # the test that asked, or the fixture
    child_number: int  # which child answered: each one's handles are its own
    request: dict[str, Any]
    answer: dict[str, Any] | None  # None where it ended
    foreseen: bool = False  # asked before all that was not, and answered
    slow: bool = False  # given more time than a call gets: never to be asked of other code
