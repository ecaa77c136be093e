"""A scheme that greenqr publishes, held by the oracle; and one of the oracle's, held by greenqr."""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import cbor2

import gq1
import gq1state as state
import gq1trust as trust
import gq1write as write
from gq1trust import CARD, DELTA, LIST, ROOT, STATUS, sha256
from trust_scheme import private, public

ROOT_FOLDER = pathlib.Path(__file__).resolve().parents[3]
JAR = ROOT_FOLDER / "examples/cli/target/greenqr.jar"
PASS = ROOT_FOLDER / "docs/examples/pass-vaccination.json"
TEST, DAY = 2, 86400
NOW = int(time.time())
END = "2121-01-01T00:00:00Z"
checks = 0


def check(what, holds):
    global checks
    if not holds:
        sys.exit(f"publish: FAILED: {what}")
    checks += 1
    print(f"publish: {what}")


def greenqr(*args, stdin=None):
    run = subprocess.run(["java", "-jar", str(JAR), *map(str, args)], input=stdin,
                         capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def done(*args, code=0):
    ended, out, err = greenqr(*args)
    assert ended == code, (args, ended, out, err)
    return out


class Publisher:
    """greenqr with a directory, and people with keys."""

    def __init__(self, folder):
        self.folder = folder
        self.dir = folder / "scheme"
        for name, alg in (("an", "p256"), ("binh", "ed25519"), ("status", "p256"),
                          ("freshness", "ed25519"), ("issuer", "p256"), ("dung", "p256")):
            done("keygen", "--alg", alg, "--issuer", name, "--out", folder / name)

    def pub(self, name):
        return self.folder / name / "issuer.pub.json"

    def key(self, name):
        return "--key", self.folder / name / "issuer.key.pem"

    def run(self, *args, code=0):
        return done(*args, "--dir", self.dir, code=code)

    def signed(self, draft, *people):
        for person in people:
            done("trust", "sign", self.dir / draft, *self.key(person))

    def ceremony(self):
        both = self.pub("an"), self.pub("binh")
        self.run("trust", "init", "--environment", "test", "--expires", END,
                 "--root", *both, "--root-threshold", 2, "--list", *both, "--list-threshold", 2,
                 "--status", self.pub("status"), "--freshness", self.pub("freshness"))
        self.signed("root-1.draft.gqd", "an", "binh")
        self.run("trust", "publish")
        self.run("trust", "add-key", "--pub", self.pub("issuer"))
        self.run("status", "new", "--list", 3)
        self.run("status", "new", "--list", 0, "--entries", 400)
        self.run("status", "delta", *self.key("status"))
        self.run("trust", "publish", code=1)
        self.signed("list-1.1.draft.gqd", "an", "binh")
        self.run("trust", "publish")

    def day(self, *more):
        self.run("status", "delta", *self.key("status"))
        self.run("trust", "publish", *self.key("an"), *more, code=1)
        self.run("trust", "publish", *self.key("binh"))

    def bundle(self, *more):
        file = self.folder / "bundle.gqb"
        self.run("bundle", "build", "--out", file, *more)
        return file.read_bytes()


def ours_held_by_the_oracle(folder):
    publisher = Publisher(folder)
    publisher.ceremony()
    held = state.State((publisher.dir / "root-1.gqd").read_bytes(), TEST)
    first = publisher.bundle()
    check("the oracle takes the first bundle", state.update(held, first) is None)
    check("and holds it fresh", state.freshness(held, NOW + 60) == "FRESH"
          and state.pair(held.list) == (1, 1))
    key = bytes.fromhex(json.loads(publisher.pub("issuer").read_text())["key"])
    check("the issuer's key is in it",
          [each["keys"][0]["key"] for each in held.list.issuers] == [key])
    publisher.run("status", "set", "--status", "suspended", "3/104233")
    publisher.run("status", "set", "--status", "revoked", "--range", "0/8-15")
    publisher.day()
    publisher.run("status", "set", "--status", "valid", "3/104233")
    publisher.run("status", "set", "--status", "restricted", "3/131071")
    publisher.day()
    partial = publisher.bundle("--since", "1.1")
    complete = publisher.bundle()
    read = trust.read_bundle(partial)
    check("a partial bundle has two deltas and no list",
          (len(read.lists), len(read.deltas)) == (0, 2))
    check("the oracle follows the deltas", state.update(held, partial) is None)
    fresh = state.State((publisher.dir / "root-1.gqd").read_bytes(), TEST)
    check("and a new device the complete bundle", state.update(fresh, complete) is None)
    check("to the same statuses", fresh.lists == held.lists)
    check("which are those that were set",
          [state.status(held, *each, NOW + 60) for each in (
              (3, 104233), (3, 131071), (0, 7), (0, 8), (0, 15), (0, 400), (9, 0))]
          == ["VALID", "STATUS_RESTRICTED", "VALID", "STATUS_REVOKED", "STATUS_REVOKED",
              "STATUS_OUT_OF_RANGE", "STATUS_MISSING"])
    check("the first bundle is a rollback", state.update(held, first) == "LIST_ROLLBACK")
    card = publisher.run("trust", "card", *publisher.key("freshness")).strip()
    check("the oracle takes the card", state.refresh(held, card, NOW + 60) is None
          and held.card is not None)
    publisher.run("trust", "revoke", "--kid", gq1.kid(key).hex(), "--since", "1970-01-01T00:00:00Z")
    publisher.run("trust", "rotate", "--expires", END, "--list", publisher.pub("dung"),
                  "--list-threshold", 1, "--status", publisher.pub("dung"))
    publisher.signed("root-2.draft.gqd", "an", "binh")
    publisher.run("trust", "publish")
    publisher.run("status", "delta", *publisher.key("dung"))
    publisher.run("trust", "publish", code=1)
    publisher.signed("list-2.1.draft.gqd", "dung")
    publisher.run("trust", "publish")
    check("the oracle follows the rotation", state.update(held, publisher.bundle()) is None
          and state.pair(held.list) == (2, 1) and len(held.roots) == 2)
    check("and sees the key revoked", held.list.issuers[0]["keys"][0]["keyState"]
          == {"state": 2, "since": 0})
    check("a card of the old list is refused",
          state.refresh(held, card, NOW + 60) == "CARD_LIST")


R1, R2, L1, S1, F1, ISSUER = (private(f"publish {n}", n % 2 == 0) for n in range(6))


def the_oracles_root(version, signers, root_keys):
    return write.sign(ROOT, write.root(TEST, version, NOW - 60, NOW + 900 * DAY, {
        1: (2, list(map(public, root_keys))), 2: (1, [public(L1)]), 3: (1, [public(S1)]),
        4: (1, [public(F1)])}), signers)


def the_oracles_list(pair, pins):
    times = NOW - 50 + pair[1], NOW + DAY, NOW + DAY, NOW + 7 * DAY
    return write.sign(LIST, write.trust_list(TEST, pair, times, {
        "Oracle": {public(ISSUER): [15]}}, pins), [L1])


def the_oracles_statuses(number, version, entries):
    return write.sign(STATUS, write.status_list(TEST, number, version, NOW - 40, entries), [S1])


def a_pass(number, index):
    claims = {4: NOW + 30 * DAY, 6: NOW - 30, gq1.PASS: [
        ["Lê Thị Đào", [1971]], {3: [[1, 1, NOW - 3600]]}, [number, index]]}
    return gq1.to_text(gq1.sign(cbor2.dumps(claims, canonical=True), ISSUER))


def the_oracles_held_by_us(folder):
    gate = folder / "gate"

    def apply(data, *more):
        file = folder / "oracle.gqb"
        file.write_bytes(data)
        code, _, err = greenqr("bundle", "apply", file, "--state", gate, *more)
        return code, err.split(": ")[1] if err else None

    def answers(*indexes):
        lines = "".join(a_pass(5, index) + "\n" for index in indexes)
        _, out, err = greenqr("verify", "--lines", "-", "--state", gate, "--json", stdin=lines)
        assert not err, err
        return [json.loads(line)["code"] for line in out.splitlines()]

    root = the_oracles_root(1, (R1, R2), (R1, R2))
    anchor = folder / "oracle-root.gqd"
    anchor.write_bytes(root)
    before, after = bytes(100), bytes(25) + b"\x62" + bytes(74)
    one = the_oracles_list((1, 1), {5: (1, sha256(before))})
    two = the_oracles_list((1, 2), {5: (2, sha256(after))})
    first = write.bundle([root], one, [the_oracles_statuses(5, 1, before)])
    check("greenqr takes the oracle's bundle", apply(first, "--root", anchor) == (0, None))
    check("and accepts its passes", answers(100, 101) == ["ACCEPTED", "ACCEPTED"])
    delta = write.sign(DELTA, write.status_delta(
        TEST, NOW - 30, {5: (1, 2, write.changes(before, after))}), [S1])
    check("greenqr follows the oracle's delta",
          apply(write.bundle([root], two, [], [delta])) == (0, None))
    check("to the same statuses", answers(100, 101, 102, 103, 104, 400) == [
        "STATUS_SUSPENDED", "ACCEPTED", "STATUS_SUSPENDED", "STATUS_REVOKED", "ACCEPTED",
        "STATUS_OUT_OF_RANGE"])
    check("the first bundle is a rollback", apply(first) == (3, "LIST_ROLLBACK"))
    other = the_oracles_list((1, 2), {5: (2, sha256(before))})
    check("another list of the same version is told", apply(
        write.bundle([root], other, [the_oracles_statuses(5, 2, before)]))
        == (3, "LIST_EQUIVOCATION"))
    three = the_oracles_list((1, 3), {5: (3, sha256(before))})
    check("a status list that is not the pinned one is refused", apply(
        write.bundle([root], three, [the_oracles_statuses(5, 3, after)])) == (3, "NOT_PINNED"))
    card = trust.card_text(write.sign(CARD, write.card(
        TEST, (1, 2), sha256(trust.read(two, LIST).payload), NOW - 20, NOW - 20 + DAY), [F1]))
    check("greenqr takes the oracle's card",
          greenqr("bundle", "refresh", card, "--state", gate)[0] == 0)
    alone = the_oracles_root(2, (R1,), (R1, R2))
    moved = the_oracles_list((2, 1), {5: (2, sha256(after))})
    check("a rotation that one of two signed is refused", apply(write.bundle(
        [root, alone], moved, [the_oracles_statuses(5, 2, after)])) == (3, "ROOT_SIGNATURES"))
    rotated = the_oracles_root(2, (R1, R2), (R1, R2))
    check("and one that both signed is followed", apply(write.bundle(
        [root, rotated], moved, [the_oracles_statuses(5, 2, after)])) == (0, None))
    check("with the statuses held", answers(100, 101) == ["STATUS_SUSPENDED", "ACCEPTED"])


with tempfile.TemporaryDirectory() as temporary:
    ours_held_by_the_oracle(pathlib.Path(temporary))
    the_oracles_held_by_us(pathlib.Path(temporary))
print(f"publish: {checks} checks passed")
