"""What one submission may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one submission may use. Times in seconds, sizes in bytes."""

    cells_seconds: float = 10.0
    call_seconds: float = 2.0
    total_seconds: float = 120.0
    cpu_seconds: int = 60
    memory: int = 1 << 30
    threads: int = 32
    output: int = 1 << 20
    files: int = 16 << 20
