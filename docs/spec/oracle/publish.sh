#!/usr/bin/env bash
# The independent reader and writer of trust documents against the built command line; needs the
# Debian packages that .ci/run installs.
set -euo pipefail
cd "$(dirname "$0")"
exec "${PYTHON:-/usr/bin/python3}" -B publish.py
