"""A scheme for the self test: keys, roots, and makers of documents as bytes."""
import hashlib
import sys

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

import gq1
import gq1trust as trust
import gq1write as write
from gq1trust import CARD, DELTA, LIST, ROOT, STATUS

T, DAY, TEST = 1632099600, 86400, 2
ZEROS = bytes(4)  # 16 entries.
checks = 0


def check(what, holds):
    global checks
    if not holds:
        sys.exit(f"trust oracle: FAILED: {what}")
    checks += 1


def equal(what, got, wanted):
    check(f"{what}: {got}, not {wanted}", got == wanted)


def rejected(what, function, *arguments):
    try:
        function(*arguments)
    except ValueError:
        return check(what, True)
    check(f"{what}: was read", False)


def private(label, ed=False):
    seed = hashlib.sha256(label.encode()).digest()
    if ed:
        return ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    return ec.derive_private_key(int.from_bytes(seed, "big"), ec.SECP256R1())


def public(key):
    return gq1.cose_key(key.public_key())


R1, R2, R3, R4 = (private(f"root {n}", n % 2 == 0) for n in range(1, 5))
L1, L2, L3, L4 = (private(f"list {n}", n % 2 == 0) for n in range(1, 5))
S1, F1, F2 = private("status", True), private("freshness"), private("freshness 2")
ISSUER, OTHER = public(private("issuer")), public(private("issuer 2", True))


def roles(root_keys, list_keys, freshness_key=F1):
    return {1: (2, list(map(public, root_keys))), 2: (2, list(map(public, list_keys))),
            3: (1, [public(S1)]), 4: (1, [public(freshness_key)])}


def root(version, root_keys=(R1, R2, R3), list_keys=(L1, L2), signers=(R1, R2), environment=TEST,
         **more):
    payload = write.root(environment, version, T, T + 900 * DAY, roles(root_keys, list_keys, **more))
    return write.sign(ROOT, payload, signers)


ROOT1 = root(1)
ROOT2 = root(2, (R4, R2, R3), signers=(R1, R2, R4))
ROOT3 = root(3, (R4, R2, R3), (L3, L4), (R2, R4), freshness_key=F2)
TIMES = T, T + DAY, T + 2 * DAY, T + 7 * DAY


def list_payload(pair, status_pins=(), environment=TEST, times=TIMES, others=(), issuers=None):
    return write.trust_list(environment, pair, times, issuers or {"Test authority": {
        ISSUER: [15], OTHER: [4, None, T + DAY, [2, T]]}}, status_pins, others)


def trust_list(*arguments, signers=(L1, L2), **more):
    return write.sign(LIST, list_payload(*arguments, **more), signers)


def status_list(number, version, entries, signers=(S1,), environment=TEST):
    return write.sign(STATUS, write.status_list(environment, number, version, T, entries), signers)


def delta(lists, signers=(S1,), environment=TEST):
    return write.sign(DELTA, write.status_delta(environment, T, lists), signers)


def card(pair, list_digest, issued=T + DAY, signers=(F1,), environment=TEST, expires=None):
    payload = write.card(environment, pair, list_digest, issued, expires or issued + DAY)
    return trust.card_text(write.sign(CARD, payload, signers))
