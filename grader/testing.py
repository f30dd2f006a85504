"""Everything that a hidden test imports: `from grader.testing import points, assert_gradient, signed, Failed, _`."""

from grader.exam.checks import IS_RETURN_MISSING, assert_gradient, assert_kind, check_quiz, listed, relation, relation_of_shapes
from grader.exam.compare import close, is_array_like, is_value, ratio
from grader.exam.fixtures import points
from grader.exam.outcomes import Failed, NotPassed, NotRun, Raised, Stopped
from grader.exam.passes import BETWEEN, InPlace, attempt, back, check_again, check_value, nobody, raise_first, several, there
from grader.exam.probes import defined, signed
from grader.exam.proxy import Proxy, Seen
from grader.exam.relations import of_curve, of_steps, tells
from grader.words import _, plain

__all__ = [
    "BETWEEN",
    "IS_RETURN_MISSING",
    "Failed",
    "InPlace",
    "NotPassed",
    "NotRun",
    "Proxy",
    "Raised",
    "Seen",
    "Stopped",
    "_",
    "assert_gradient",
    "assert_kind",
    "attempt",
    "back",
    "check_again",
    "check_quiz",
    "check_value",
    "close",
    "defined",
    "is_array_like",
    "is_value",
    "listed",
    "nobody",
    "of_curve",
    "of_steps",
    "plain",
    "points",
    "raise_first",
    "ratio",
    "relation",
    "relation_of_shapes",
    "several",
    "signed",
    "tells",
    "there",
]
