"""What a key is worth, ranges of signatures, and ECDSA with the nonce of RFC 6979.

The arithmetic of edwards25519 is here because the libraries take points of low order for keys.
"""
import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric import ec

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B

ED_ORDER = 2**252 + 27742317777372353535851937790883648493
ED_PRIME = 2**255 - 19
D = -121665 * pow(121666, -1, ED_PRIME) % ED_PRIME

ESP256, ED25519 = -9, -19


def ed_point(encoded):
    """Extended coordinates of the one point with this encoding (RFC 8032 section 5.1.3)."""
    y = int.from_bytes(encoded, "little")
    odd, y = y >> 255, y % 2**255
    if y >= ED_PRIME:
        raise ValueError("not canonical")
    square = (y * y - 1) * pow(D * y * y + 1, -1, ED_PRIME) % ED_PRIME
    x = pow(square, (ED_PRIME + 3) // 8, ED_PRIME)
    if (x * x - square) % ED_PRIME:
        x = x * pow(2, (ED_PRIME - 1) // 4, ED_PRIME) % ED_PRIME
    if (x * x - square) % ED_PRIME or (x == 0 and odd):
        raise ValueError("no point")
    if x % 2 != odd:
        x = ED_PRIME - x
    return x, y, 1, x * y % ED_PRIME


def ed_bytes(point):
    x, y, z, _ = point
    inverse = pow(z, -1, ED_PRIME)
    x, y = x * inverse % ED_PRIME, y * inverse % ED_PRIME
    return (y + (x % 2 << 255)).to_bytes(32, "little")


def ed_add(one, two):
    """RFC 8032 section 5.1.4; complete, so it also doubles."""
    a = (one[1] - one[0]) * (two[1] - two[0]) % ED_PRIME
    b = (one[1] + one[0]) * (two[1] + two[0]) % ED_PRIME
    c = 2 * D * one[3] * two[3] % ED_PRIME
    d = 2 * one[2] * two[2] % ED_PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % ED_PRIME, g * h % ED_PRIME, f * g % ED_PRIME, e * h % ED_PRIME


def ed_times(factor, point):
    result = (0, 1, 1, 0)
    for bit in f"{factor:b}":
        result = ed_add(result, result)
        if bit == "1":
            result = ed_add(result, point)
    return result


def ed_neutral(point):
    return point[0] % ED_PRIME == 0 and (point[1] - point[2]) % ED_PRIME == 0


def fault(encoded):
    """Why a COSE_Key must not be trusted (format.md section 5.4), or None."""
    if encoded[:1] == b"\xa3":
        try:
            point = ed_point(encoded[-32:])
        except ValueError:
            return "KEY_NOT_OF_ORDER"
        sound = not ed_neutral(point) and ed_neutral(ed_times(ED_ORDER, point))
        return None if sound else "KEY_NOT_OF_ORDER"
    x, y = (int.from_bytes(encoded[at : at + 32], "big") for at in (8, 43))
    sound = x < PRIME and y < PRIME and (y * y - x**3 + 3 * x - B) % PRIME == 0
    return None if sound else "KEY_NOT_ON_CURVE"


def in_range(algorithm, signature):
    """The bounds of format.md sections 5.2 and 5.3, which make a second spelling impossible."""
    first, second = signature[:32], signature[32:]
    if algorithm == ED25519:
        return int.from_bytes(second, "little") < ED_ORDER
    r, s = int.from_bytes(first, "big"), int.from_bytes(second, "big")
    return 0 < r < ORDER and 0 < s <= ORDER // 2


def ecdsa(private, message):
    """r and s, with the nonce of RFC 6979 section 3.2 and SHA-256; s as it comes."""
    d = private.private_numbers().private_value
    z = int.from_bytes(hashlib.sha256(message).digest(), "big")
    seed = d.to_bytes(32, "big") + (z % ORDER).to_bytes(32, "big")
    key, value = bytes(32), b"\1" * 32
    for step in (b"\0", b"\1"):
        key = hmac.digest(key, value + step + seed, "sha256")
        value = hmac.digest(key, value, "sha256")
    while True:
        value = hmac.digest(key, value, "sha256")
        nonce = int.from_bytes(value, "big")
        if 0 < nonce < ORDER:
            point = ec.derive_private_key(nonce, ec.SECP256R1()).public_key().public_numbers()
            r = point.x % ORDER
            s = pow(nonce, -1, ORDER) * (z + r * d) % ORDER
            if r and s:
                return r, s
        key = hmac.digest(key, value + b"\0", "sha256")
        value = hmac.digest(key, value, "sha256")
