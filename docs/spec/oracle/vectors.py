"""Gives the published vectors of updates and policies to the oracle, which must answer as they say."""
import datetime
import pathlib
import sys

import gq1policy
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


def policy_answer(vector):
    state = State((VECTORS / vector["root"]).read_bytes(), TEST)
    fault = update(state, (VECTORS / vector["bundle"]).read_bytes())
    if fault is not None:
        sys.exit(f"vectors: {vector['bundle']} is not taken: {fault}")
    (policy,) = gq1policy.pinned(state).values()
    if isinstance(policy, str):
        return policy
    return "VERIFIED" if policy.language == gq1policy.LANGUAGE else "OTHER_LANGUAGE"


def update_answers(vector):
    code = vector["expect"].split()[0]
    return answer(vector), (None if code in TAKEN else code, vector.get("list", ""))


def policy_answers(vector):
    return policy_answer(vector), vector["expect"].split()[0]


for what, pattern, answers in (("updates", "update/*.upd", update_answers),
                               ("policies", "policy/*.pol", policy_answers)):
    files = sorted(VECTORS.glob(pattern))
    for file in files:
        given, wanted = answers(fields(file))
        if given != wanted:
            sys.exit(f"vectors: FAILED: {file.name}: {given}, not {wanted}")
    if not files:
        sys.exit(f"vectors: none of {what}")
    print(f"vectors: {len(files)} of {what}, each answered as it says")
