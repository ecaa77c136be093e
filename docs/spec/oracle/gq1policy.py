"""The policies of GQ1, from docs/spec/policy.md and policy.cddl alone: what they say is read, and
conditions are not evaluated.
"""
import decimal
import json
import re
import unicodedata

import gq1
import gq1trust
from gq1 import between, code_text, many, number, record
from gq1trust import POLICY, Document, ascending, earlier, environment, seconds, version

PIN_KIND, POLICY_ROLE = 1, 5
LANGUAGE = 1
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


# --- conditions -----------------------------------------------------------------------------------

def quoted(text):
    return '"' + "".join(ESCAPES.get(c) or (c if c >= " " else f"\\u{ord(c):04X}")
                         for c in text) + '"'


def spelled_number(text):
    """An integer of 64 bits as one, others as policy.md section 3 says."""
    if len(re.sub("[^0-9]", "", text)) > 32:
        raise ValueError("digits")
    if re.fullmatch("-?[0-9]+", text):
        return str(int(text))
    try:
        sign, digits, exponent = decimal.Decimal(text).as_tuple()
    except decimal.DecimalException as wrong:
        raise ValueError("exponent") from wrong
    if max(abs(exponent), abs(int(re.split("[eE]", text + "e0")[1]))) >= 2**31:
        raise ValueError("exponent")
    digits = list(digits)
    while len(digits) > 1 and digits[-1] == 0:
        digits.pop()
        exponent += 1
    # The exponent first: 1e999999999 is an integer that fills the memory.
    if digits == [0] or 0 <= exponent < 19:
        value = int("".join(map(str, digits))) * 10 ** max(0, min(exponent, 19))
        integer = -value if sign else value
        if -(2**63) <= integer < 2**63:
            return str(integer)
    # The scientific string of a decimal, which is what Java writes.
    return str(decimal.Decimal((sign, digits, exponent)))


class Number(str):
    """The text of a number."""


def members(pairs):
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("member twice")
    return dict(pairs)


def constant(name):
    raise ValueError(name)


def spelled(value, levels=60):
    """The value as a writer without blanks writes it."""
    if isinstance(value, (dict, list)) and levels == 0:
        raise ValueError("levels")
    if isinstance(value, dict):
        return "{" + ",".join(quoted(name) + ":" + spelled(each, levels - 1)
                              for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(spelled(each, levels - 1) for each in value) + "]"
    if isinstance(value, Number):
        return spelled_number(value)
    if isinstance(value, str):
        return quoted(value)
    return {None: "null", True: "true", False: "false"}[value]


def condition(text):
    if type(text) is not str or not 1 <= len(text.encode()) <= 16384:
        raise ValueError("condition")
    try:
        value = json.loads(text, object_pairs_hook=members, parse_constant=constant,
                           parse_int=Number, parse_float=Number)
    except RecursionError as deep:
        raise ValueError("levels") from deep
    if value is None or spelled(value) != text:
        raise ValueError("spelling of a condition")
    return value


# --- fields ---------------------------------------------------------------------------------------

def sentence(value):
    if type(value) is not str or not 1 <= len(value.encode()) <= 500:
        raise ValueError("words")
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in value):
        raise ValueError("words")
    return value


def words(value):
    return record(value, 2, ("vi", sentence), ("en", sentence))


def names(value):
    out = many(value, 32, code_text, least=0)
    ascending(out)
    return out


def least_assurance(value):
    number(value, 0, 255)
    if any(value >> shift & 3 == 3 for shift in (0, 2, 4, 6)):
        raise ValueError("assurance")
    return value


def lifts(value):
    if type(value) is not dict:
        raise ValueError("lifts")
    return {number(guard, 1, 5): condition(text) for guard, text in value.items()}


def rule(value):
    return record(value, 7, ("name", code_text), ("otherwise", between(2, 3)), ("roles", names),
                  ("when", lambda v: None if v is None else condition(v)),
                  ("condition", condition), ("reason", words), ("remedy", words), ("wait", words))


def content(value):
    out = record(value, 5, ("title", words), ("policyRoles", names),
                 ("leastAssurance", least_assurance), ("lifts", lifts),
                 ("rules", lambda v: many(v, 64, rule)))
    if len({each["name"] for each in out["rules"]}) != len(out["rules"]):
        raise ValueError("rule twice")
    if any(not set(each["roles"]) <= set(out["policyRoles"]) for each in out["rules"]):
        raise ValueError("role of a rule")
    return out


def fields(payload):
    """The fields of a payload; the content of another language is None."""
    item = gq1.decode(payload)
    out = record(item, 12, ("kind", between(POLICY, POLICY)), ("environment", environment),
                 ("policyName", code_text), ("version", version), ("language", between(1, 65535)),
                 ("issuedAt", seconds), ("validFrom", seconds), ("validUntil", seconds),
                 ("utcOffset", between(-720, 840)), ("jurisdiction", code_text),
                 ("places", names),
                 ("content", lambda v: content(v) if item[4] == LANGUAGE else None))
    earlier(out["issuedAt"], out["validUntil"])
    earlier(out["validFrom"], out["validUntil"])
    return out


# --- section 2 ------------------------------------------------------------------------------------

def pinned(state):
    """The policies that the list in force pins, by name: a Document each, or the name of a fault."""
    return {name: verified(state, name, pin[0])
            for (kind, name), pin in state.list.documentPins.items() if kind == PIN_KIND}


def verified(state, name, pinned_version):
    role = state.roots[-1].roles.get(POLICY_ROLE)
    data = state.others.get((PIN_KIND, name))
    if role is None:
        return "POLICY_ROLE"
    if data is None:
        return "POLICY_ABSENT"
    try:
        document = gq1trust.envelope(data, POLICY)
        if not gq1trust.signed_by(document, role):
            return "POLICY_SIGNATURES"
        policy = Document(**{**vars(document), **fields(document.payload)})
    except ValueError:
        return "POLICY_FORMAT"
    if policy.environment != state.environment:
        return "POLICY_ENVIRONMENT"
    if (policy.policyName, policy.version) != (name, pinned_version):
        return "POLICY_PIN"
    return policy
