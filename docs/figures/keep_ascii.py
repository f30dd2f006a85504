"""Pictures in ASCII: JupyterLite encodes what it shows by `btoa`, which takes nothing else."""

from pathlib import Path


def keep_ascii(path: Path) -> None:
    """What a picture holds beside ASCII becomes character references."""
    path.write_bytes(path.read_text("utf-8").encode("ascii", "xmlcharrefreplace"))
