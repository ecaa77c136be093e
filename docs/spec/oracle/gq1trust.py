"""The trust documents of GQ1, from docs/spec/trust.md and trust.cddl alone.

Reading gives a Document or raises ValueError. gq1write.py writes them, and what a verifier makes of
them is in gq1state.py.
"""
import hashlib
import re
import types
import unicodedata
import zlib

import cbor2
from cryptography.exceptions import InvalidSignature

import gq1
import gq1keys
from gq1 import between, code_text, many, number, record

ROOT, LIST, STATUS, DELTA, CARD, POLICY = 1, 2, 3, 4, 5, 6
AAD = {ROOT: b"GQ1 root", LIST: b"GQ1 trust list", STATUS: b"GQ1 status list",
       DELTA: b"GQ1 status delta", CARD: b"GQ1 freshness card",
       POLICY: b"GQ1 policy"}
LONGEST = {ROOT: 65536, LIST: 1048576, STATUS: 49152, DELTA: 2097152, CARD: 1024, POLICY: 262144}
LONGEST_BUNDLE, LONGEST_OTHER = 33554432, 1048576
ENTRY_BYTES = 32768
DAY = 86400
KEY = re.compile(rb"\xa4\x01\x02\x20\x01\x21\x58\x20.{32}\x22\x58\x20.{32}"
                 rb"|\xa3\x01\x01\x20\x06\x21\x58\x20.{32}", re.DOTALL)
HEADER = re.compile(rb"\xa2\x01[\x28\x32]\x04\x44.{4}", re.DOTALL)
# Default_Ignorable_Code_Point among letters and marks, format.md section 8.1.
INVISIBLE = [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164,
             *range(0xFE00, 0xFE10), 0xFFA0, *range(0xE0100, 0xE01F0)]


class Document(types.SimpleNamespace):
    """Fields by the names of the CDDL; also payload and signatures (header, 64 bytes)."""


def encode(item):
    return cbor2.dumps(item, canonical=True)


def sha256(data):
    return hashlib.sha256(data).digest()


def card_text(data):
    return "GQF1:" + gq1.base45(data)


# --- fields ---------------------------------------------------------------------------------------

version = between(1, 2**53 - 1)
seconds = between(0, 253402300799)
environment = between(1, 2)
list_number = between(0, 65535)
document_kind = between(1, 255)


def of_size(value, least, most):
    if type(value) is not bytes or not least <= len(value) <= most:
        raise ValueError("size")
    return value


def digest(value):
    return of_size(value, 32, 32)


def earlier(first, second):
    if not first < second:
        raise ValueError("time order")


def ascending(keys):
    keys = list(keys)
    if any(not one < two for one, two in zip(keys, keys[1:])):
        raise ValueError("order")


def cose_key(value):
    """The encoding of the key that stands here as a map."""
    encoded = cbor2.dumps(value)
    if not KEY.fullmatch(encoded):
        raise ValueError("key")
    return encoded


def issuer_name(value):
    if type(value) is not str or not 1 <= len(value.encode()) <= 64:
        raise ValueError("issuer name")
    kinds = [unicodedata.category(c) for c in value]
    for c, kind in zip(value, kinds):
        known = c in " '-.,&()/" or kind[0] == "L" or kind in ("Nd", "Mn", "Mc")
        if not known or ord(c) in INVISIBLE:
            raise ValueError("issuer name")
    if value.strip(" ") != value or "  " in value or kinds[0][0] == "M":
        raise ValueError("issuer name")
    return value


# --- contents -------------------------------------------------------------------------------------

def role(value):
    out = record(value, 2, ("threshold", between(1, 16)), ("keys", lambda v: many(v, 16, cose_key)))
    ascending(out["keys"])
    number(out["threshold"], 1, len(out["keys"]))
    return out["threshold"], out["keys"]


def roles(value):
    if type(value) is not dict or not {1, 2, 3, 4} <= set(value):
        raise ValueError("roles")
    return {number(n, 1, 63): role(content) for n, content in value.items()}


def key_state(value):
    return record(value, 2, ("state", between(1, 2)), ("since", seconds))


def listed_key(value):
    out = record(value, 2, ("key", cose_key), ("claimKinds", between(1, 15)), ("notBefore", seconds),
                 ("notAfter", seconds), ("keyState", key_state))
    if "notBefore" in out and "notAfter" in out:
        earlier(out["notBefore"], out["notAfter"])
    return out


def issuer(value):
    out = record(value, 2, ("name", issuer_name), ("keys", lambda v: many(v, 5000, listed_key)))
    ascending(key["key"] for key in out["keys"])
    return out


def status_pin(value):
    out = record(value, 3, ("list", list_number), ("version", version), ("digest", digest))
    return out["list"], (out["version"], out["digest"])


def document_pin(value):
    out = record(value, 4, ("kind", document_kind), ("name", code_text), ("version", version),
                 ("digest", digest))
    return (out["kind"], out["name"]), (out["version"], out["digest"])


def pins(value, most, read):
    pairs = many(value, most, read, least=0)
    ascending(place for place, _ in pairs)
    return dict(pairs)


def inflate(stream):
    inflater = zlib.decompressobj()
    try:
        out = inflater.decompress(of_size(stream, 0, LONGEST[STATUS]), ENTRY_BYTES + 1)
    except zlib.error as wrong:
        raise ValueError("zlib") from wrong
    if not inflater.eof or inflater.unused_data or not 1 <= len(out) <= ENTRY_BYTES:
        raise ValueError("entries")
    return out


def list_changes(value):
    out = record(value, 4, ("list", list_number), ("fromVersion", version), ("toVersion", version),
                 ("changes", lambda v: many(v, 131072, between(0, 524287), least=0)))
    if out["fromVersion"] >= out["toVersion"]:
        raise ValueError("versions")
    return out


def all_changes(value):
    out = many(value, 1024, list_changes)
    ascending(each["list"] for each in out)
    return out


FIELDS = {
    ROOT: (("version", version), ("issuedAt", seconds), ("expires", seconds), ("roles", roles)),
    LIST: (("rootVersion", version), ("version", version), ("issuedAt", seconds),
           ("expires", seconds), ("statusExpires", seconds), ("closes", seconds),
           ("issuers", lambda v: many(v, 5000, issuer, least=0)),
           ("statusPins", lambda v: pins(v, 1024, status_pin)),
           ("documentPins", lambda v: pins(v, 256, document_pin))),
    STATUS: (("list", list_number), ("version", version), ("issuedAt", seconds),
             ("entries", inflate)),
    DELTA: (("issuedAt", seconds), ("lists", all_changes)),
    CARD: (("rootVersion", version), ("version", version), ("digest", digest),
           ("issuedAt", seconds), ("expires", seconds)),
}


def content(kind, payload):
    """The fields of a payload."""
    fields = ("kind", between(kind, kind)), ("environment", environment), *FIELDS[kind]
    out = record(gq1.decode(payload), len(fields), *fields)
    if kind in (ROOT, CARD):
        earlier(out["issuedAt"], out["expires"])
    if kind == CARD and out["expires"] - out["issuedAt"] > DAY:
        raise ValueError("card validity")
    if kind == LIST:
        for end in (out["expires"], out["statusExpires"]):
            earlier(out["issuedAt"], end)
            earlier(end, out["closes"] + 1)
        ascending(each["name"].encode() for each in out["issuers"])
        number(sum(len(each["keys"]) for each in out["issuers"]), 0, 5000)
    return out


def read_signature(value):
    out = record(value, 3, ("header", lambda v: of_size(v, 9, 9)), ("unprotected", lambda v: v),
                 ("signature", lambda v: of_size(v, 64, 64)))
    if not HEADER.fullmatch(out["header"]) or out["unprotected"] != {}:
        raise ValueError("headers of a signature")
    if not gq1keys.in_range(gq1.decode(out["header"])[1], out["signature"]):
        raise ValueError("range of a signature")
    return out["header"], out["signature"]


def read(data, kind):
    """A document of that kind whose signatures are not verified yet."""
    document = envelope(data, kind)
    return Document(**{**vars(document), **content(kind, document.payload)})


def envelope(data, kind):
    """The same with nothing of its payload read but the kind."""
    of_size(data, 1, LONGEST[kind])
    out = record(gq1.decode(data, tag=98), 4, ("protected", lambda v: of_size(v, 0, 0)),
                 ("unprotected", lambda v: v), ("payload", lambda v: of_size(v, 1, len(data))),
                 ("signatures", lambda v: many(v, 32, read_signature)))
    if out["unprotected"] != {}:
        raise ValueError("unprotected header")
    ascending((header[5:], signature) for header, signature in out["signatures"])
    if out["payload"][1:2] != bytes([kind]):
        raise ValueError("kind")
    return Document(kind=kind, payload=out["payload"], signatures=out["signatures"])


def other_document(value):
    return record(value, 3, ("kind", document_kind), ("name", code_text),
                  ("bytes", lambda v: of_size(v, 0, LONGEST_OTHER)))


def read_bundle(data):
    of_size(data, 1, LONGEST_BUNDLE)
    one = lambda value: of_size(value, 1, LONGEST_BUNDLE)
    some = lambda most, least: lambda value: many(value, most, one, least)
    out = record(gq1.decode(data), 6, ("mark", lambda v: v), ("roots", some(64, 1)), ("list", one),
                 ("lists", some(1024, 0)), ("deltas", some(64, 0)),
                 ("others", lambda v: many(v, 256, other_document, least=0)))
    if out.pop("mark") != "GQB1":
        raise ValueError("mark")
    ascending((each["kind"], each["name"]) for each in out["others"])
    out["others"] = {(each["kind"], each["name"]): each["bytes"] for each in out["others"]}
    return Document(**out)


def read_card(text):
    """The card in a text of GQF1."""
    if len(text) > 4296 or not text.startswith("GQF1:"):
        raise ValueError("text")
    data = gq1.unbase45(text[5:])
    if card_text(data) != text:
        raise ValueError("not canonical")
    return read(data, CARD)


# --- signatures -----------------------------------------------------------------------------------

def to_be_signed(kind, header, payload):
    return encode(["Signature", b"", header, AAD[kind], payload])


def signers(document, keys):
    """Those of the keys that signed."""
    found = set()
    for header, signature in document.signatures:
        message = to_be_signed(document.kind, header, document.payload)
        for key in keys:
            if gq1.kid(key) != header[5:] or gq1keys.fault(key):
                continue
            try:
                gq1.check_signature(key, gq1.decode(header)[1], signature, message)
                found.add(key)
            except (InvalidSignature, ValueError):
                pass
    return found


def signed_by(document, keys_of_role):
    threshold, keys = keys_of_role
    return len(signers(document, keys)) >= threshold


# --- statuses -------------------------------------------------------------------------------------

def entry(entries, i):
    return entries[i // 4] >> 2 * (i % 4) & 3


def changed(entries, changes):
    """The entries after the changes of a delta."""
    out, at = bytearray(entries), 0
    for change in changes:
        at += change >> 2
        if at >= 4 * len(out):
            raise ValueError("a change beyond the last entry")
        shift = 2 * (at % 4)
        out[at // 4] = out[at // 4] & ~(3 << shift) | (change & 3) << shift
        at += 1
    return bytes(out)
