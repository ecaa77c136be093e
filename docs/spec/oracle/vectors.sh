#!/usr/bin/env bash
# The published vectors of updates against the independent reader; needs what trust.sh needs.
set -euo pipefail
cd "$(dirname "$0")"
exec "${PYTHON:-/usr/bin/python3}" -B vectors.py
