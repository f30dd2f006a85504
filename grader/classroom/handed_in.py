"""What one student handed in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HandedIn:
    """data: the file's bytes, None where they can't be had, and then `refusal` says why; digest: what its result is kept under,
    of what it is graded by, "-", and of what was handed in; doubt: whether it is what was meant, for the student and a person,
    beside its marks; causes: whether to look for the mistakes behind what it loses; doubted: see `Worker.grade`."""

    student: str
    data: bytes | None
    refusal: str = ""
    digest: str = ""
    doubt: str = ""
    causes: bool = True
    doubted: bool = False
