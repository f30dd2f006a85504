"""A Python environment for a copy of the package: workers start their interpreter's own `grader`, so a copy needs its own."""

import site
import sys
import venv


def environment_for(root, folder):
    """Make `folder`, an environment whose `grader` is the one in `root`, with all packages of this one; its interpreter's path."""
    venv.create(folder)
    packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    # the copy first, then this environment's packages, which the walls must know as an interpreter's own
    ours = [path for path in sys.path if path.endswith("site-packages")]
    known = f"import site; site.PREFIXES.extend({[prefix for prefix in site.PREFIXES if prefix != sys.base_prefix]!r})"
    (packages / "copy.pth").write_text("\n".join([str(root), *ours, known]) + "\n")
    return folder / "bin" / "python"
