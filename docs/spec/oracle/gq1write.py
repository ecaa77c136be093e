"""Writes the trust documents of GQ1.

Nothing is checked, so that tests can write what must be refused. The same arguments always give the
same bytes.
"""
import zlib

import cbor2

import gq1
from gq1trust import CARD, DELTA, LIST, ROOT, STATUS, encode, entry, to_be_signed


def root(environment, version, issued, expires, roles):
    """A payload; roles: {number: (threshold, keys)}."""
    return encode([ROOT, environment, version, issued, expires, {
        n: [threshold, [cbor2.loads(key) for key in sorted(keys)]]
        for n, (threshold, keys) in roles.items()}])


def trust_list(environment, pair, times, issuers=(), status_pins=(), document_pins=()):
    """A payload. times: issuedAt, expires, statusExpires, closes; issuers: {name: {key: [claimKinds,
    ...]}}; pins: {list: (version, digest)} and {(kind, name): (version, digest)}."""
    return encode([LIST, environment, *pair, *times, [
        [name, [[cbor2.loads(key), *rest] for key, rest in sorted(keys.items())]]
        for name, keys in sorted(dict(issuers).items(), key=lambda each: each[0].encode())
    ], [[number, *pin] for number, pin in sorted(dict(status_pins).items())],
        [[*place, *pin] for place, pin in sorted(dict(document_pins).items())]])


def status_list(environment, number, version, issued, entries):
    return encode([STATUS, environment, number, version, issued, zlib.compress(entries, 9)])


def changes(before, after):
    out, behind = [], 0
    for i in range(4 * len(after)):
        if entry(before, i) != entry(after, i):
            out.append(4 * (i - behind) + entry(after, i))
            behind = i + 1
    return out


def status_delta(environment, issued, lists):
    """lists: {number: (fromVersion, toVersion, changes)}."""
    return encode([DELTA, environment, issued, [[n, *each] for n, each in sorted(lists.items())]])


def card(environment, pair, list_digest, issued, expires):
    return encode([CARD, environment, *pair, list_digest, issued, expires])


def envelope(payload, signatures):
    return encode(cbor2.CBORTag(98, [b"", {}, payload, [[h, {}, s] for h, s in signatures]]))


def signature(kind, payload, private):
    header = gq1.protected_header(private)
    return header, gq1.make_signature(private, to_be_signed(kind, header, payload))


def sign(kind, payload, privates):
    """A document, as bytes."""
    signatures = [signature(kind, payload, private) for private in privates]
    return envelope(payload, sorted(signatures, key=lambda each: (each[0][5:], each[1])))


def bundle(roots, trust_list, lists=(), deltas=(), others=()):
    """All of it documents as bytes; others: {(kind, name): bytes}."""
    return encode(["GQB1", list(roots), trust_list, list(lists), list(deltas),
                   [[*place, data] for place, data in sorted(dict(others).items())]])
