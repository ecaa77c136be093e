#!/usr/bin/env bash
# The independent reader, writer and updater of the trust documents against a scheme it makes
# itself; needs the Debian packages that .ci/run installs.
set -euo pipefail
cd "$(dirname "$0")"
exec "${PYTHON:-/usr/bin/python3}" -B trust_selftest.py
