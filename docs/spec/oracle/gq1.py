"""An independent reader and writer of GQ1, from docs/spec/format.md alone.

It shares no code with the libraries: CBOR is Debian's python3-cbor2, signatures are
python3-cryptography.
"""
import base64
import hashlib
import io

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ESP256, ED25519 = -9, -19
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


def decode(data):
    """One item that fills the bytes and is in deterministic form."""
    stream = io.BytesIO(data)
    item = cbor2.CBORDecoder(stream).decode()
    if stream.read() or cbor2.dumps(item, canonical=True) != data:
        raise ValueError("not deterministic")
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


def verify(text, encoded_key):
    """The claims, or an exception."""
    tag = decode(from_text(text))
    if not isinstance(tag, cbor2.CBORTag) or tag.tag != 18:
        raise ValueError("tag")
    protected, unprotected, payload, signature = tag.value
    header = decode(protected)
    if unprotected != {} or set(header) != {1, 4} or len(signature) != 64:
        raise ValueError("envelope")
    public = public_key(encoded_key)
    if header[4] != kid(encoded_key):
        raise ValueError("kid")
    message = to_be_signed(protected, payload)
    if header[1] == ED25519:
        public.verify(signature, message)
    else:
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
        if not (0 < r < ORDER and 0 < s <= ORDER // 2):
            raise InvalidSignature
        public.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    return decode(payload)


def sign(payload, private, high_s=False):
    encoded = cose_key(private.public_key())
    ed = isinstance(private, ed25519.Ed25519PrivateKey)
    protected = cbor2.dumps({1: ED25519 if ed else ESP256, 4: kid(encoded)}, canonical=True)
    message = to_be_signed(protected, payload)
    if ed:
        signature = private.sign(message)
    else:
        r, s = decode_dss_signature(private.sign(message, ec.ECDSA(hashes.SHA256())))
        s = max(s, ORDER - s) if high_s else min(s, ORDER - s)
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]), canonical=True)
