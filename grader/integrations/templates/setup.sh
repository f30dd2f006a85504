#!/usr/bin/env bash
# Gradescope runs this once, to build the image: a Python of 3.11 or later, and the grader in an environment of its own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

install() {
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libseccomp2 "$@"
}

find_python >/dev/null || install python3 python3-venv
find_python >/dev/null || install python3.11 python3.11-venv
"$(find_python)" -m venv "$here/.venv"
"$here/.venv/bin/python" -m pip install --quiet -r "$here/requirements.txt"
echo "$here/engine" > "$("$here/.venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/grader.pth"
