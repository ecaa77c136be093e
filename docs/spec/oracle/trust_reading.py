"""Reading and writing of the trust documents, and what must be refused."""
import pathlib
import zlib

import cbor2

import gq1
import gq1keys
import gq1trust as trust
import gq1write as write
from gq1trust import CARD, DELTA, LIST, ROOT, STATUS, sha256
from trust_scheme import *

SPEC = pathlib.Path(__file__).resolve().parents[1]


def with_item(payload, path, value):
    """The payload with another value in one place."""
    whole = item = cbor2.loads(payload)
    for step in path[:-1]:
        item = item[step]
    item[path[-1]] = value
    return trust.encode(whole)


def at(payload, path):
    item = cbor2.loads(payload)
    for step in path:
        item = item[step]
    return item


def with_dictionary(data):
    deflater = zlib.compressobj(zdict=b"zeros")
    return deflater.compress(data) + deflater.flush()


def known_answers():
    text = (SPEC / "format.md").read_text().split("<!-- example: ESP256 qr -->\n```text\n")[1]
    text = text.split("\n")[0]
    key = private("Green QR test key ESP256")
    check("RFC 6979: the worked example of format.md is signed with the same bytes",
          gq1.to_text(gq1.sign(gq1.envelope(text)[2], key)) == text)
    base = gq1keys.ed_point(public(R2)[-32:])
    torsion = gq1keys.ed_point(bytes(32))  # y = 0: a point of order 4.
    mixed = gq1keys.ed_bytes(gq1keys.ed_add(base, torsion))
    equal("the sum keeps its encoding", gq1keys.ed_bytes(base), public(R2)[-32:])
    for what, point in (("neutral", b"\1" + bytes(31)), ("order 4", bytes(32)), ("order 4 L", mixed),
                        ("not canonical", b"\xff" * 31 + b"\x7f"), ("no point", b"\2" + bytes(31))):
        equal(what, gq1keys.fault(b"\xa3\1\1\x20\6\x21\x58\x20" + point), "KEY_NOT_OF_ORDER")
    key = public(R1)
    equal("sound", [gq1keys.fault(key), gq1keys.fault(public(R2))], [None, None])
    equal("off the curve", gq1keys.fault(key[:-1] + bytes([key[-1] ^ 1])), "KEY_NOT_ON_CURVE")


def documents_are_read():
    pins = {7: (1, sha256(ZEROS)), 9: (1, sha256(ZEROS))}
    others = {(9, "policy"): (1, sha256(b"p"))}
    good = {ROOT: (write.root(TEST, 1, T, T + 1, roles((R1, R2, R3), (L1, L2))), [R1, R2]),
            LIST: (list_payload((1, 1), pins, others=others), [L1, L2]),
            STATUS: (write.status_list(TEST, 7, 1, T, ZEROS), [S1]),
            DELTA: (write.status_delta(TEST, T, {7: (1, 2, [1]), 9: (1, 2, [])}), [S1]),
            CARD: (write.card(TEST, (1, 1), bytes(32), T, T + DAY), [F1])}
    for kind, (payload, signers) in good.items():
        data = write.sign(kind, payload, signers)
        document = trust.read(data, kind)
        check(f"kind {kind} is read and its signers are found", document.payload == payload and
              trust.signers(document, list(map(public, signers))) == set(map(public, signers)))
        for other in set(good) - {kind}:
            rejected(f"kind {kind} as {other}", trust.read, data, other)
        wrong = {"tag": b"\xd8\x61" + data[2:], "trailing": data + b"\0", "end": data[:-1],
                 "long head": data[:2] + b"\x98\4" + data[3:],
                 "environment": write.sign(kind, with_item(payload, [1], 3), signers),
                 "longer": write.sign(kind, trust.encode(cbor2.loads(payload) + [0]), signers),
                 "shorter": write.sign(kind, trust.encode(cbor2.loads(payload)[:-1]), signers)}
        for what, changed in wrong.items():
            rejected(f"kind {kind}: {what}", trust.read, changed, kind)

    swap = lambda payload, path: list(reversed(at(payload, path)))
    double = lambda payload, path: [at(payload, path)[0]] * 2
    root_payload, listed = good[ROOT][0], good[LIST][0]
    keys, status_entries = cbor2.loads(listed)[8][0][1], zlib.compress(ZEROS)
    cases = [
        (ROOT, "version 0", [2], 0), (ROOT, "version 2^53", [2], 2**53), (ROOT, "times", [4], T),
        (ROOT, "a role is missing", [5], {n: r for n, r in at(root_payload, [5]).items() if n != 3}),
        (ROOT, "role 64", [5, 64], at(root_payload, [5, 3])),
        (ROOT, "role 0", [5, 0], at(root_payload, [5, 3])),
        (ROOT, "threshold 0", [5, 1, 0], 0), (ROOT, "threshold 4 of 3", [5, 1, 0], 4),
        (ROOT, "order of keys", [5, 2, 1], swap(root_payload, [5, 2, 1])),
        (ROOT, "a key twice", [5, 2, 1], double(root_payload, [5, 2, 1])),
        (ROOT, "a key with kid", [5, 3, 1, 0, 2], b"k"), (ROOT, "no key", [5, 3, 1], []),
        (LIST, "expires at issuedAt", [5], T), (LIST, "expires behind closes", [5], T + 8 * DAY),
        (LIST, "statusExpires behind closes", [6], T + 8 * DAY), (LIST, "time", [4], -1),
        (LIST, "time of 10000", [7], 253402300800), (LIST, "order of keys", [8, 0, 1], keys[::-1]),
        (LIST, "issuer twice", [8], double(listed, [8])), (LIST, "issuer", [8, 0, 0], " Test"),
        (LIST, "issuer of 65 bytes", [8, 0, 0], "x" * 65),
        (LIST, "invisible", [8, 0, 0], "a\u034fb"), (LIST, "two spaces", [8, 0, 0], "a  b"),
        (LIST, "issuer in quotes", [8, 0, 0], '"A"'), (LIST, "a mark first", [8, 0, 0], "\u0301a"),
        (LIST, "notAfter at notBefore", [8, 0, 1, 0], [keys[0][0], 1, T, T]),
        (LIST, "5,001 keys", [8], many_issuers(5001)),
        (LIST, "issuer not NFC", [8, 0, 0], "e\u0301"), (LIST, "no claim kind", [8, 0, 1, 0, 1], 0),
        (LIST, "claim kinds 16", [8, 0, 1, 0, 1], 16), (LIST, "null at the end", [8, 0, 1, 0],
                                                       keys[0] + [None]),
        (LIST, "key state 3", [8, 0, 1], [k[:2] + [None, None, [3, T]] for k in keys]),
        (LIST, "float", [8, 0, 1, 0, 1], 1.0), (LIST, "order of pins", [9], swap(listed, [9])),
        (LIST, "digest of 31 bytes", [9, 0, 2], bytes(31)), (LIST, "list 65536", [9, 1, 0], 65536),
        (LIST, "document twice", [10], double(listed, [10])), (LIST, "kind 256", [10, 0, 0], 256),
        (LIST, "document name", [10, 0, 1], "a b"), (STATUS, "list 65536", [2], 65536),
        (STATUS, "bytes behind zlib", [5], status_entries + b"\0"),
        (STATUS, "end of zlib", [5], status_entries[:-1]), (STATUS, "raw deflate", [5],
                                                            status_entries[2:-4]),
        (STATUS, "wrong check sum", [5], status_entries[:-1] + b"\7"),
        (STATUS, "dictionary", [5], with_dictionary(ZEROS)), (STATUS, "nothing", [5],
                                                               zlib.compress(b"")),
        (STATUS, "32,769 bytes", [5], zlib.compress(bytes(32769))),
        (STATUS, "10 million bytes", [5], zlib.compress(bytes(10**7))),
        (DELTA, "version not growing", [3, 0, 2], 1), (DELTA, "no lists", [3], []),
        (DELTA, "order of lists", [3], swap(good[DELTA][0], [3])),
        (DELTA, "list twice", [3], double(good[DELTA][0], [3])),
        (DELTA, "change", [3, 0, 3], [524288]), (CARD, "a second too long", [6], T + DAY + 1),
        (CARD, "no time", [6], T), (CARD, "digest", [4], bytes(33))]
    for kind, what, path, value in cases:
        payload, signers = good[kind]
        rejected(f"kind {kind}: {what}", trust.read,
                 write.sign(kind, with_item(payload, path, value), signers), kind)
    check("32,768 bytes of entries are read", len(trust.read(write.sign(
        STATUS, write.status_list(TEST, 7, 1, T, bytes(32768)), [S1]), STATUS).entries) == 32768)
    payload, signers = good[LIST]
    equal("5,000 keys are read", len(trust.read(write.sign(
        LIST, with_item(payload, [8], many_issuers(5000)), signers), LIST).issuers), 2)
    lengths(good)
    signatures(payload, signers)


def many_issuers(count):
    """Keys that are no points, which is a matter of the update and not of reading."""
    keys = [[{1: 1, -1: 6, -2: n.to_bytes(32, "big")}, 1] for n in range(count)]
    return [["A", keys[:2500]], ["B", keys[2500:]]]


def lengths(good):
    """One byte more than a document may have is refused whatever it is."""
    for kind, longest in trust.LONGEST.items():
        read = lambda size: reason(trust.read, bytes(size), kind)
        equal(f"kind {kind}: the longest and one byte more",
              [read(longest) == "size", read(longest + 1)], [False, "size"])
    read = lambda size: reason(trust.read_bundle, bytes(size))
    equal("bundle: the longest and one byte more",
          [read(2**25) == "size", read(2**25 + 1)], [False, "size"])


def reason(function, *arguments):
    try:
        function(*arguments)
    except ValueError as wrong:
        return str(wrong)


def signatures(payload, signers):
    one, two = sorted((write.signature(LIST, payload, each) for each in signers),
                      key=lambda each: each[0][5:])
    header = gq1.protected_header(L1)
    high = gq1.make_signature(L1, trust.to_be_signed(LIST, header, payload), high_s=True)
    ed = (gq1.protected_header(L2), bytes(32) + gq1keys.ED_ORDER.to_bytes(32, "little"))
    for what, each in (("order", [two, one]), ("twice", [one, one]), ("none", []),
                       ("high s", [(header, high)]), ("S = L", [ed]),
                       ("another alg", [(b"\xa2\1\x26\4\x44" + one[0][5:], one[1])]),
                       ("63 bytes", [(one[0], one[1][:63])])):
        rejected(f"signatures: {what}", trust.read, write.envelope(payload, each), LIST)
    unprotected = cbor2.loads(write.sign(LIST, payload, signers))
    unprotected.value[3][0][1] = {1: 1}
    rejected("signatures: unprotected header", trust.read, trust.encode(unprotected), LIST)
    body = cbor2.loads(write.sign(LIST, payload, signers))
    for place, value in ((0, gq1.protected_header(L1)), (1, {1: 1}), (2, None), (3, [])):
        changed = cbor2.CBORTag(98, [*body.value[:place], value, *body.value[place + 1 :]])
        rejected(f"element {place} of the body", trust.read, trust.encode(changed), LIST)
    check("a signature by a key of no role is passed over", trust.signers(trust.read(write.sign(
        LIST, payload, [L1, L2, L3]), LIST), [public(L1)]) == {public(L1)})
