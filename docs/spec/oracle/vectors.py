"""Gives the published vectors of updates to the oracle, which must answer as they say."""
import datetime
import pathlib
import sys

from gq1state import State, refresh, update

VECTORS = pathlib.Path(__file__).resolve().parents[1] / "vectors"
TAKEN = {"UPDATED", "UNCHANGED", "REFRESHED", "SUPERSEDED"}
TEST = 2


def fields(file):
    return dict(line.split(": ", 1) for line in file.read_text().splitlines())


def seconds(time):
    return int(datetime.datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp())


def show(state, name, now):
    data = (VECTORS / name).read_bytes()
    return refresh(state, data.decode(), now) if name.endswith(".gqf") else update(state, data)


def answer(vector):
    """The fault, or None, and the list in force."""
    state = State((VECTORS / vector["root"]).read_bytes(), TEST)
    now = seconds(vector["clock"]) if "clock" in vector else None
    for name in vector.get("held", "").split():
        if show(state, name, now) is not None:
            sys.exit(f"vectors: {name} is not taken")
    fault = show(state, vector["update"], now)
    held = "" if state.list is None else f"{state.list.rootVersion}.{state.list.version}"
    return fault, held


files = sorted((VECTORS / "update").glob("*.upd"))
for file in files:
    vector = fields(file)
    code = vector["expect"].split()[0]
    wanted = None if code in TAKEN else code, vector.get("list", "")
    if answer(vector) != wanted:
        sys.exit(f"vectors: FAILED: {file.name}: {answer(vector)}, not {wanted}")
if not files:
    sys.exit("vectors: none")
print(f"vectors: {len(files)} of updates, each answered as it says")
