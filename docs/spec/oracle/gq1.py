"""An independent reader and writer of GQ1, from docs/spec/format.md alone.

It shares no code with the libraries: CBOR is Debian's python3-cbor2, signatures are
python3-cryptography.
"""
import base64
import datetime
import hashlib
import io
import re
import unicodedata

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

import gq1keys
from gq1keys import ED25519, ESP256, ORDER

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
PASS = -65537


def base45(data):
    out = []
    for i in range(0, len(data) - 1, 2):
        n = data[i] * 256 + data[i + 1]
        out += [n % 45, n // 45 % 45, n // 2025]
    if len(data) % 2:
        out += [data[-1] % 45, data[-1] // 45]
    return "".join(ALPHABET[d] for d in out)


def unbase45(text):
    digits = [ALPHABET.index(c) for c in text]
    out = bytearray()
    for i in range(0, len(digits), 3):
        group = digits[i : i + 3]
        n = sum(d * 45**k for k, d in enumerate(group))
        if n >= 256 ** (len(group) - 1):
            raise ValueError("value")
        out += n.to_bytes(len(group) - 1, "big")
    return bytes(out)


def to_text(data, sms=False):
    if sms:
        return "gq1." + base64.urlsafe_b64encode(data).decode().rstrip("=")
    return "GQ1:" + base45(data)


def from_text(text):
    if text.startswith("GQ1:"):
        data = unbase45(text[4:])
    elif text.startswith("gq1."):
        data = base64.urlsafe_b64decode(text[4:] + "=" * (-len(text) % 4))
    else:
        raise ValueError("prefix")
    if to_text(data, text.startswith("gq1.")) != text:
        raise ValueError("not canonical")
    return data


def plain(item, depth=1):
    """Refuses what section 7 leaves out of CBOR, and map keys that do not ascend bytewise."""
    if isinstance(item, (list, tuple, dict)) and depth > 8:
        raise ValueError("depth")
    if isinstance(item, (list, tuple)):  # An array in a key is read as a tuple.
        for element in item:
            plain(element, depth + 1)
    elif isinstance(item, dict):
        keys = [cbor2.dumps(key) for key in item]
        if keys != sorted(keys):
            raise ValueError("key order")
        for key, element in item.items():
            plain(key, depth + 1)
            plain(element, depth + 1)
    elif type(item) is int:
        number(item, -(2**63), 2**63 - 1)
    elif isinstance(item, str):
        if unicodedata.normalize("NFC", item) != item:
            raise ValueError("not NFC")
    elif item is not None and type(item) not in (bytes, bool):
        raise ValueError("type")


def decode(data, tag=None):
    """One item that fills the bytes and is in deterministic form, behind the tag if one is given."""
    stream = io.BytesIO(data)
    try:
        item = cbor2.CBORDecoder(stream).decode()
        # Maps keep the order in which they were read, and a key that came twice is gone here.
        same = not stream.read() and cbor2.dumps(item) == data
    except Exception as wrong:  # End of data, depth, keys of odd types: each has a class of its own.
        raise ValueError("CBOR") from wrong
    if not same:
        raise ValueError("not deterministic")
    if tag is not None:
        if not isinstance(item, cbor2.CBORTag) or item.tag != tag:
            raise ValueError("tag")
        item = item.value
    plain(item)
    return item


def cose_key(public):
    if isinstance(public, ed25519.Ed25519PublicKey):
        return cbor2.dumps({1: 1, -1: 6, -2: public.public_bytes(Encoding.Raw, PublicFormat.Raw)}, canonical=True)
    numbers = public.public_numbers()
    x, y = (n.to_bytes(32, "big") for n in (numbers.x, numbers.y))
    return cbor2.dumps({1: 2, -1: 1, -2: x, -3: y}, canonical=True)


def public_key(encoded):
    key = decode(encoded)
    if key[1] == 1:
        return ed25519.Ed25519PublicKey.from_public_bytes(key[-2])
    return ec.EllipticCurvePublicNumbers(
        int.from_bytes(key[-2], "big"), int.from_bytes(key[-3], "big"), ec.SECP256R1()
    ).public_key()


def kid(encoded):
    return hashlib.sha256(encoded).digest()[:4]


def to_be_signed(protected, payload, context=b"GQ1 pass"):
    return cbor2.dumps(["Signature1", protected, context, payload], canonical=True)


def envelope(text):
    """Protected header, unprotected header, payload and signature, as bytes where they are."""
    data = from_text(text)
    if not 1 <= len(data) <= 1024:
        raise ValueError("size")
    return decode(data, tag=18)


def check_signature(encoded_key, algorithm, signature, message):
    """Nothing, or an exception."""
    public = public_key(encoded_key)
    ed = isinstance(public, ed25519.Ed25519PublicKey)
    if algorithm != (ED25519 if ed else ESP256):
        raise ValueError("algorithm")
    if not gq1keys.in_range(algorithm, signature):
        raise InvalidSignature
    if ed:
        public.verify(signature, message)
    else:
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
        public.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))


def make_signature(private, message, high_s=False):
    if isinstance(private, ed25519.Ed25519PrivateKey):
        return private.sign(message)
    r, s = gq1keys.ecdsa(private, message)
    s = max(s, ORDER - s) if high_s else min(s, ORDER - s)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def protected_header(private):
    ed = isinstance(private, ed25519.Ed25519PrivateKey)
    encoded = cose_key(private.public_key())
    return cbor2.dumps({1: ED25519 if ed else ESP256, 4: kid(encoded)}, canonical=True)


def verify(text, encoded_key):
    """The claims, or an exception."""
    protected, unprotected, payload, signature = envelope(text)
    header = decode(protected)
    if unprotected != {} or set(header) != {1, 4} or len(signature) != 64:
        raise ValueError("envelope")
    if header[4] != kid(encoded_key):
        raise ValueError("kid")
    check_signature(encoded_key, header[1], signature, to_be_signed(protected, payload))
    return decode(payload)


def sign(payload, private, high_s=False):
    protected = protected_header(private)
    signature = make_signature(private, to_be_signed(protected, payload), high_s)
    return cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]), canonical=True)


# The JSON form of docs/spec/json.md, from the claims. Whatever is not as section 8 says raises.

NAMES = {
    "product": "comirnaty spikevax vaxzevria janssen sputnik-v vero-cell coronavac covaxin"
               " nuvaxovid hayat-vax abdala",
    "method": "nucleic-acid antigen",
    "result": "not-detected detected inconclusive",
    "state": "case-at-home case-in-facility contact-in-quarantine released",
    "symptoms": "fever cough shortness-of-breath sore-throat nausea vomiting diarrhoea"
                " loss-of-smell loss-of-taste fatigue headache muscle-pain chest-pain bluish-skin"
                " confusion skin-haemorrhage",
    "exposures": "patient-contact epidemic-area animal-market suspect-contact abroad",
}
EPOCH = datetime.datetime(1970, 1, 1)


def number(value, least, most):
    if type(value) is not int or not least <= value <= most:
        raise ValueError("range")
    return value


def time(value):
    moment = EPOCH + datetime.timedelta(seconds=number(value, 0, 253402300799))
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def day(value):
    return (EPOCH + datetime.timedelta(days=number(value, -43829, 84005))).strftime("%Y-%m-%d")


def code_text(value):
    if type(value) is not str or not re.fullmatch(r"[A-Za-z0-9./-]{1,20}", value):
        raise ValueError("code text")
    return value


def code(table):
    names = NAMES[table].split()
    return lambda value: names[number(value, 1, len(names)) - 1]


def bits(table):
    names = NAMES[table].split()
    return lambda value: [name for bit, name in enumerate(names)
                          if number(value, 0, 2 ** len(names) - 1) >> bit & 1]


def between(least, most):
    return lambda value: number(value, least, most)


def record(values, required, *fields):
    """An object of what an array holds; None stands only before a later optional field."""
    if type(values) is not list or not required <= len(values) <= len(fields):
        raise ValueError("record")
    if len(values) > required and values[-1] is None:
        raise ValueError("null at the end")
    return {name: read(value) for i, (value, (name, read)) in enumerate(zip(values, fields))
            if value is not None or i < required}


def many(values, most, read, least=1):
    if type(values) is not list or not least <= len(values) <= most:
        raise ValueError("count")
    return [read(value) for value in values]


def birth(value):
    if type(value) is int:
        return day(value)
    year = number(value[0], 1850, 2199)
    if len(value) == 1:
        return f"{year}"
    (month,) = value[1:]
    return f"{year}-{number(month, 1, 12):02}"


def person(value):
    if type(value) is not bytes or len(value) != 8:
        raise ValueError("person")
    return value.hex()


def name(value):
    if type(value) is not str or not 1 <= len(value.encode()) <= 64:
        raise ValueError("name")
    return value


def declaration(value):
    return record(value, 3, ("at", time), ("symptoms", bits("symptoms")),
                  ("exposures", bits("exposures")), ("area", code_text))


def dose(value):
    return record(value, 4, ("product", code("product")), ("number", between(1, 20)),
                  ("of", between(1, 20)), ("day", day), ("lot", code_text))


def test(value):
    return record(value, 3, ("method", code("method")), ("result", code("result")),
                  ("sampledAt", time), ("facility", code_text))


def reading(value):
    return record(value, 3, ("at", time), ("temperature", lambda t: number(t, 200, 450) / 10),
                  ("spo2", between(0, 100)), ("respiratoryRate", between(0, 120)),
                  ("pulse", between(0, 300)), ("symptoms", bits("symptoms")))


def monitoring(value):
    return record(value, 2, ("state", code("state")), ("since", day), ("until", day),
                  ("reading", reading))


KINDS = {1: ("declaration", declaration), 2: ("vaccination", lambda v: many(v, 8, dose)),
         3: ("test", lambda v: many(v, 4, test)), 4: ("monitoring", monitoring)}


def statements(value):
    if type(value) is not dict or not value:
        raise ValueError("statements")
    return {KINDS[kind][0]: KINDS[kind][1](content) for kind, content in value.items()}


def assurance(value):
    number(value, 1, 255)
    levels = {KINDS[kind][0]: value >> 2 * (kind - 1) & 3 for kind in KINDS}
    return {kind: ["", "facility", "registry"][level] for kind, level in levels.items() if level}


def to_json(claims):
    """The pass as an object of json.md; extensions are not read here."""
    if list(claims) != [4, 6, PASS] or not claims[6] < claims[4]:
        raise ValueError("claims")
    time(claims[4]), time(claims[6])
    out = record(claims[PASS], 2,
                 ("subject", lambda v: record(v, 2, ("name", name), ("birth", birth),
                                              ("person", person))),
                 ("statements", statements),
                 ("status", lambda v: record(v, 2, ("list", between(0, 65535)),
                                             ("index", between(0, 131071)))),
                 ("assurance", assurance))
    if not set(out.get("assurance", {})) <= set(out["statements"]):
        raise ValueError("assurance")
    return {**out.pop("subject"), **out.pop("statements"), **out}
