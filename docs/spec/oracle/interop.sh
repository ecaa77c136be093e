#!/usr/bin/env bash
# Independent readers and writers against the built command line; needs the Debian packages that
# .ci/run installs.
set -euo pipefail
cd "$(dirname "$0")"
exec "${PYTHON:-/usr/bin/python3}" -B interop.py
