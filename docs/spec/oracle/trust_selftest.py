"""Tries the oracle of the trust documents on a scheme that it makes itself.

What is read and what is not stands in trust_reading.py; here are updates, cards and answers.
"""
import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

import gq1
import gq1keys
import gq1trust as trust
import gq1write as write
import trust_reading
import trust_scheme
from gq1state import State, freshness, status, update
from gq1state import refresh as refresh_at
from gq1trust import DELTA, LIST, ROOT, sha256
from trust_scheme import *

NOW = T + 3600
LAST = 2**53 - 1
# The versions of list 7: entries 5, 6 and 15 become revoked, suspended and restricted, one a version.
SEVEN = [None, ZEROS]
for place, value in ((5, 1), (6, 2), (15, 3)):
    SEVEN.append(trust.changed(SEVEN[-1], [4 * place + value]))
NINE = bytes([0b11100100])
PINS = {7: (1, sha256(SEVEN[1])), 9: (1, sha256(NINE))}
POLICY = {(9, "policy-1"): b"a policy"}
POLICY_PIN = {place: (1, sha256(content)) for place, content in POLICY.items()}
LISTS = [status_list(7, 1, SEVEN[1]), status_list(9, 1, NINE)]
FIRST = trust_list((1, 2), PINS, others=POLICY_PIN)
BUNDLE = write.bundle([ROOT1], FIRST, LISTS, others=POLICY)


def seven(version):
    return {7: (version, sha256(SEVEN[version]))}


def step(first, last):
    return first, last, write.changes(SEVEN[first], SEVEN[last])


def started(*bundles):
    state = State(ROOT1, TEST)
    for each in bundles or [BUNDLE]:
        equal("a good bundle", update(state, each), None)
    return state


def refused(what, wanted, state, data, function=update):
    before = dict(vars(state))
    equal(what, function(state, data), wanted)
    check(f"{what}: the state is as before",
          all(vars(state)[name] is value for name, value in before.items()))


def twice(kind, payload, key):
    """Two different signatures by one P-256 key."""
    header, one = write.signature(kind, payload, key)
    two = one
    while two == one:
        r, s = decode_dss_signature(key.sign(trust.to_be_signed(kind, header, payload),
                                             ec.ECDSA(SHA256())))
        two = r.to_bytes(32, "big") + min(s, gq1keys.ORDER - s).to_bytes(32, "big")
    return write.envelope(payload, [(header, each) for each in sorted([one, two])])


def payload_of(data):
    return cbor2.loads(data).value[2]


def a_life():
    state = started()
    equal("written again, the same bytes", write.bundle([root(1)], trust_list(
        (1, 2), PINS, others=POLICY_PIN), LISTS, others=POLICY), BUNDLE)
    answers = lambda *references: [status(state, *each, NOW) for each in references]
    equal("a full bundle", answers((7, 5), (9, 0), (9, 1), (9, 2), (9, 3), (9, 4), (8, 0)),
          ["VALID", "VALID", "STATUS_REVOKED", "STATUS_SUSPENDED", "STATUS_RESTRICTED",
           "STATUS_OUT_OF_RANGE", "STATUS_MISSING"])
    equal("the policy", state.others, POLICY)
    equal("statusExpires ends the statuses", [status(state, 7, 5, T + 2 * DAY + d) for d in (-1, 0)],
          ["VALID", "STATUS_STALE"])
    equal("the same bundle again", update(state, BUNDLE), None)
    other_signers = write.sign(LIST, payload_of(FIRST), [L1, L2, L3])
    equal("the same list, signed by more", update(state, write.bundle([ROOT1], other_signers)), None)

    pins = {**PINS, **seven(2)}
    equal("a partial bundle with a new root and a delta", update(state, write.bundle(
        [ROOT2], trust_list((2, 1), pins), [], [delta({7: step(1, 2)})])), None)
    equal("after it", answers((7, 5), (7, 6), (9, 1)), ["STATUS_REVOKED", "VALID", "STATUS_REVOKED"])
    equal("no pin, no policy", state.others, {})

    pins = {**PINS, **seven(3)}
    equal("a partial bundle without a delta", update(state, write.bundle(
        [ROOT2], trust_list((2, 2), pins))), None)
    equal("after it", answers((7, 5), (9, 1)), ["STATUS_OUTDATED", "STATUS_REVOKED"])

    pins = {**seven(4), 11: (1, sha256(ZEROS))}
    last = trust_list((3, 1), pins, signers=(L3, L4))
    deltas = [delta({7: step(1, 2)}), delta({7: step(2, 3), 12: (1, 2, [1])}), delta({7: step(3, 4)})]
    equal("deltas one after the other, some of them passed over", update(state, write.bundle(
        [ROOT1, ROOT2, ROOT3], last, [], deltas)), None)
    equal("after it", answers((7, 5), (7, 6), (7, 15), (7, 16), (9, 1), (11, 0)),
          ["STATUS_REVOKED", "STATUS_SUSPENDED", "STATUS_RESTRICTED", "STATUS_OUT_OF_RANGE",
           "STATUS_MISSING", "STATUS_MISSING"])
    equal("lists held", list(state.lists), [7])
    slept = started(BUNDLE, write.bundle([ROOT2, ROOT3], last, [], deltas))
    equal("who slept through two roots has the same", slept.lists, state.lists)
    equal("versions of the roots", [each.version for each in slept.roots], [1, 2, 3])
    refused("an old root", "ROOT_ROLLBACK", state, BUNDLE)
    jump = write.bundle([ROOT1, ROOT2, ROOT3], last, [], [delta({7: step(1, 4)})])
    equal("a delta over several versions", started(BUNDLE, jump).lists, state.lists)


def roots_that_are_refused():
    state = started()
    listed = trust_list((2, 1), PINS)
    with_root = lambda *roots: write.bundle(roots, listed)
    refused("gap to the root held", "ROOT_GAP", state, write.bundle([ROOT3], listed))
    refused("gap in the bundle", "ROOT_GAP", state, with_root(ROOT1, ROOT3))
    refused("another environment", "ENVIRONMENT_MISMATCH", state,
            with_root(ROOT1, root(2, environment=1)))
    refused("another root of the same version", "ROOT_MISMATCH", state,
            with_root(root(1, (R4, R2, R3), signers=(R2, R3)), ROOT2))
    new = R4, R2, R3
    payload = payload_of(ROOT2)
    for what, data in (
            ("below the threshold of the old", root(2, new, signers=(R2, R4))),
            ("below the threshold of the new", root(2, new, signers=(R1, R2))),
            ("of strangers", root(2, new, signers=(L1, L2))),
            ("one key twice", twice(ROOT, payload, R1)),
            ("external_aad of a list", write.envelope(payload, sorted(
                (write.signature(LIST, payload, each) for each in (R1, R2, R4)),
                key=lambda each: each[0][5:])))):
        refused(f"root 2, signatures {what}", "ROOT_SIGNATURES", state, with_root(data))
    equal("root 2 itself", update(started(), with_root(ROOT2)), None)
    rejected("anchor of another environment", State, ROOT1, 1)
    rejected("anchor below its threshold", State, root(1, signers=(R1,)), TEST)
    neutral = b"\xa3\1\1\x20\6\x21\x58\x20\1" + bytes(31)
    header = b"\xa2\1\x32\4\x44" + gq1.kid(neutral)
    weak = write.root(TEST, 1, T, T + DAY, {**roles((R1,), (L1, L2)), 1: (1, [neutral])})
    base = gq1keys.ed_bytes(gq1keys.ed_point(b"\x58" + b"\x66" * 31))
    forged = base + b"\1" + bytes(31)
    gq1.check_signature(neutral, -19, forged, trust.to_be_signed(ROOT, header, weak))
    rejected("a signature for a key of low order, which verifies, is none", State,
             write.envelope(weak, [(header, forged)]), TEST)


def lists_that_are_refused():
    state = started()
    with_list = lambda data: write.bundle([ROOT1], data)
    next_list = list_payload((1, 3), PINS)
    off = bytearray(ISSUER)
    off[-1] ^= 1
    low = b"\xa3\1\1\x20\6\x21\x58\x20" + bytes(32)
    for what, wanted, data in (
            ("environment", "ENVIRONMENT_MISMATCH", trust_list((1, 3), PINS, environment=1)),
            ("another root", "LIST_ROOT", trust_list((2, 3), PINS)),
            ("one key", "LIST_SIGNATURES", trust_list((1, 3), PINS, signers=(L1,))),
            ("one key twice", "LIST_SIGNATURES", twice(LIST, next_list, L1)),
            ("root keys", "LIST_SIGNATURES", trust_list((1, 3), PINS, signers=(R1, R2))),
            ("external_aad of a root", "LIST_SIGNATURES", write.envelope(next_list, sorted(
                (write.signature(ROOT, next_list, each) for each in (L1, L2)),
                key=lambda each: each[0][5:]))),
            ("rollback", "LIST_ROLLBACK", trust_list((1, 1), PINS)),
            ("equivocation", "LIST_EQUIVOCATION", trust_list((1, 2), PINS)),
            ("off the curve", "KEY_NOT_ON_CURVE",
             trust_list((1, 3), issuers={"A": {bytes(off): [1]}})),
            ("low order", "KEY_NOT_OF_ORDER", trust_list((1, 3), issuers={"A": {low: [1]}})),
            ("a key of two", "KEY_DUPLICATE",
             trust_list((1, 3), issuers={"A": {ISSUER: [1]}, "B": {ISSUER: [2]}})),
            ("not a list", "DOCUMENT_FORMAT", ROOT1)):
        refused(f"list, {what}", wanted, state, with_list(data))
    equal("driven up", update(state, with_list(trust_list((1, LAST), PINS))), None)
    refused("the next in the row", "LIST_ROLLBACK", state, with_list(trust_list((1, 3), PINS)))
    equal("a new root begins a new row", update(state, write.bundle(
        [ROOT1, ROOT2], trust_list((2, 1), PINS))), None)
    refused("the thief's list after it", "LIST_ROOT", state,
            write.bundle([ROOT2], trust_list((1, LAST), PINS)))


def contents_that_are_refused():
    state = started()
    listed = trust_list((1, 3), {**PINS, **seven(2)}, others=POLICY_PIN)
    two, good = status_list(7, 2, SEVEN[2]), write.status_list(TEST, 7, 2, T, SEVEN[2])
    wrong_aad = write.envelope(good, [write.signature(DELTA, good, S1)])
    nine = LISTS[1]
    bundle = lambda *rest, **more: write.bundle([ROOT1], listed, *rest, **more)
    for what, wanted, data in (
            ("not one", "DOCUMENT_FORMAT", bundle([ROOT1])),
            ("out of order", "DOCUMENT_FORMAT", bundle([nine, two])),
            ("twice", "DOCUMENT_FORMAT", bundle([two, two])),
            ("environment", "ENVIRONMENT_MISMATCH",
             bundle([status_list(7, 2, SEVEN[2], environment=1)])),
            ("signer", "STATUS_SIGNATURES",
             bundle([status_list(7, 2, SEVEN[2], signers=(L1, L2))])),
            ("external_aad of a delta", "STATUS_SIGNATURES", bundle([wrong_aad])),
            ("of yesterday", "NOT_PINNED", bundle([LISTS[0]])),
            ("another digest", "NOT_PINNED", bundle([status_list(7, 2, SEVEN[3])])),
            ("of yesterday and the delta to it", "NOT_PINNED",
             bundle([LISTS[0]], [delta({7: step(1, 2)})])),
            ("no pin", "NOT_PINNED", bundle([status_list(8, 1, ZEROS)])),
            ("delta, environment", "ENVIRONMENT_MISMATCH",
             bundle([], [delta({7: step(1, 2)}, environment=1)])),
            ("delta, signer", "STATUS_SIGNATURES",
             bundle([], [delta({7: step(1, 2)}, signers=(F1,))])),
            ("delta, another digest", "NOT_PINNED", bundle([], [delta({7: (1, 2, [4 * 5 + 2])})])),
            ("delta, too far", "NOT_PINNED", bundle([], [delta({7: step(1, 3)})])),
            ("delta, not far enough", "NOT_PINNED", write.bundle([ROOT1], trust_list(
                (1, 3), {**PINS, **seven(3)}), [], [delta({7: step(1, 2)})])),
            ("delta, beyond the last entry", "DOCUMENT_FORMAT",
             bundle([], [delta({7: (1, 2, [4 * 16])})])),
            ("other document, changed", "NOT_PINNED",
             bundle([two], others={(9, "policy-1"): b"x"})),
            ("other document, no pin", "NOT_PINNED",
             bundle([two], others={(9, "policy-2"): b"a policy"})),
            ("other documents, order", "DOCUMENT_FORMAT", trust.encode(
                ["GQB1", [ROOT1], listed, [], [], [[9, "policy-1", b"a policy"]] * 2])),
            ("other document, length", "DOCUMENT_FORMAT",
             bundle(others={(9, "policy-1"): bytes(2**20 + 1)})),
            ("mark", "DOCUMENT_FORMAT", BUNDLE.replace(b"GQB1", b"GQB2")),
            ("behind the bundle", "DOCUMENT_FORMAT", BUNDLE + b"\0"),
            ("no root", "DOCUMENT_FORMAT", write.bundle([], listed)),
            ("65 roots", "DOCUMENT_FORMAT", write.bundle([ROOT1] * 65, listed)),
            ("nothing", "DOCUMENT_FORMAT", b"")):
        refused(f"status list, {what}", wanted, state, data)
    equal("the whole list", update(state, bundle([two])), None)


def cards():
    at = [T + 2 * DAY]  # The clock of the verifier.

    def refresh(state, text):
        return refresh_at(state, text, at[0])

    state = started()
    digest = sha256(payload_of(FIRST))
    refused("a card without a list", "CARD_LIST", State(ROOT1, TEST),
            card((1, 2), digest, T + 2 * DAY), refresh)
    equal("fresh, stale, closed", [freshness(state, T + t) for t in (
        DAY - 1, DAY, 7 * DAY - 1, 7 * DAY)], ["FRESH", "STALE", "STALE", "TRUST_CLOSED"])
    good = card((1, 2), digest, T + 2 * DAY)
    for what, wanted, text in (
            ("pass", "DOCUMENT_FORMAT", good.replace("GQF1", "GQ1")),
            ("lower case", "DOCUMENT_FORMAT", good.replace("GQF1", "gqf1")),
            ("cut", "DOCUMENT_FORMAT", good[:-1]), ("no text", "DOCUMENT_FORMAT", "GQF1:"),
            ("value", "DOCUMENT_FORMAT", "GQF1::::"),
            ("a digit more", "DOCUMENT_FORMAT", good + "0"),
            ("a digit more, of an even length", "DOCUMENT_FORMAT", card((1, 24), digest) + "0"),
            ("white space", "DOCUMENT_FORMAT", good + "\n"),
            ("environment", "ENVIRONMENT_MISMATCH", card((1, 2), digest, environment=1)),
            ("signer", "CARD_SIGNATURES", card((1, 2), digest, signers=(F2,))),
            ("another digest", "CARD_LIST", card((1, 2), bytes(32), at[0])),
            ("smaller pair", "CARD_LIST", card((1, 1), digest, at[0])),
            ("that has ended", "CARD_EXPIRED", card((1, 2), digest, at[0] - DAY)),
            ("of the future", "CARD_NOT_YET_VALID", card((1, 2), digest, at[0] + 3601))):
        refused(f"card, {what}", wanted, state, text, refresh)
    rejected("a reader of passes does not take a card", gq1.from_text, good)
    equal("a card", refresh(state, good), None)
    equal("the same card", refresh(state, good), None)
    refused("an older card", "CARD_NOT_NEWER", state, card((1, 2), digest, T + 2 * DAY - 1), refresh)
    equal("it carries both ends", [(freshness(state, t), status(state, 7, 5, t))
                                   for t in (T + 3 * DAY - 1, T + 3 * DAY)],
          [("FRESH", "VALID"), ("STALE", "STATUS_STALE")])
    at[0] = T + 7 * DAY
    equal("a late card", refresh(state, card((1, 2), digest, T + 7 * DAY - 60)), None)
    equal("never beyond closes", [freshness(state, T + 7 * DAY + d) for d in (-1, 0)],
          ["FRESH", "TRUST_CLOSED"])
    at[0] = T + 8 * DAY
    equal("a card for a later list", refresh(state, card((1, 4), bytes(32), T + 8 * DAY)), None)
    equal("the list is superseded", freshness(state, NOW), "STALE")
    equal("a later list, not the latest", update(state, write.bundle(
        [ROOT1], trust_list((1, 3), PINS))), None)
    equal("still", freshness(state, NOW), "STALE")
    equal("the latest list", update(state, write.bundle([ROOT1], trust_list((1, 4), PINS))), None)
    equal("fresh again; the card went with its list", [freshness(state, T + DAY + d) for d in (-1, 0)],
          ["FRESH", "STALE"])
    equal("a card for the last of all lists", refresh(state, card((1, LAST), bytes(32), T + 8 * DAY)), None)
    equal("stale", freshness(state, NOW), "STALE")
    equal("a new root forgets it", [update(state, write.bundle([ROOT1, ROOT2], trust_list((2, 1), PINS))),
                                    freshness(state, NOW)], [None, "FRESH"])
    equal("no list", freshness(State(ROOT1, TEST), NOW), "TRUST_CLOSED")
    short = root_that_ends(T + 1800)
    state = State(short, TEST)
    equal("a root that ends", [update(state, write.bundle([short], FIRST)),
                               freshness(state, T + 1799), freshness(state, T + 1800)],
          [None, "FRESH", "TRUST_CLOSED"])
    successor = write.bundle([short, ROOT2], trust_list((2, 1), PINS))
    equal("passes on to the next", [update(state, successor), freshness(state, T + 1800)],
          [None, "FRESH"])


def root_that_ends(at):
    return write.sign(ROOT, write.root(TEST, 1, T, at, roles((R1, R2, R3), (L1, L2))), [R1, R2])


def pins_that_go_back():
    state = started(BUNDLE, write.bundle([ROOT1], trust_list((1, 3), {**PINS, **seven(2)}),
                                         [status_list(7, 2, SEVEN[2])]))
    for what, pins in (("older version", PINS),
                       ("another content of the version", {**PINS, 7: (2, sha256(SEVEN[3]))})):
        refused(f"a pin of an {what}", "PIN_ROLLBACK", state,
                write.bundle([ROOT1], trust_list((1, 4), pins)))
    equal("a new root begins anew", update(state, write.bundle(
        [ROOT1, ROOT2], trust_list((2, 1), PINS), LISTS)), None)


trust_reading.known_answers()
trust_reading.documents_are_read()
a_life()
roots_that_are_refused()
lists_that_are_refused()
contents_that_are_refused()
pins_that_go_back()
cards()
print(f"trust oracle: {trust_scheme.checks} checks passed")
