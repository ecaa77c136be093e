"""What a verifier of GQ1 holds and how it changes: docs/spec/trust.md sections 9, 11 and 12."""
import contextlib

import gq1keys
import gq1trust
from gq1trust import DELTA, LIST, ROOT, STATUS, changed, envelope, read, sha256, signed_by

ROOT_ROLE, LIST_ROLE, STATUS_ROLE, FRESHNESS_ROLE = 1, 2, 3, 4
STATUSES = [None, "STATUS_REVOKED", "STATUS_SUSPENDED", "STATUS_RESTRICTED"]


class Refused(Exception):
    """Its text is the name of the fault."""


class State:
    """Replaced whole by update and refresh, or not at all."""

    def __init__(self, anchor, environment):
        root = read(anchor, ROOT)
        if root.environment != environment or not signed_by(root, root.roles[ROOT_ROLE]):
            raise ValueError("anchor")
        self.environment = environment
        self.roots = [root]  # From the anchor on.
        self.list = None
        self.lists = {}  # Number: (version, entries), outdated ones too.
        self.others = {}  # (kind, name): bytes.
        self.card = None  # For the list in force.
        self.told = (0, 0)  # The greatest pair that a card told of.


def refuse(condition, fault):
    if condition:
        raise Refused(fault)


@contextlib.contextmanager
def well_formed():
    try:
        yield
    except ValueError as wrong:
        raise Refused("DOCUMENT_FORMAT") from wrong


def pair(document):
    return document.rootVersion, document.version


def update(state, data):
    """None, or the fault that refused the bundle and left the state as it was."""
    try:
        state.__dict__.update(after_bundle(state, data))
    except Refused as refused:
        return str(refused)


def refresh(state, text, now):
    """The same for the text of a freshness card."""
    try:
        state.__dict__.update(after_card(state, text, now))
    except Refused as refused:
        return str(refused)


def after_bundle(state, data):
    """Steps 1 to 16 in their order; 17 is not for a state in memory."""
    with well_formed():
        bundle = gq1trust.read_bundle(data)
        roots = [read(each, ROOT) for each in bundle.roots]
        listed = read(bundle.list, LIST)
    chain = state.roots + new_roots(state, roots)
    check_list(state, chain[-1], listed)
    lists = status_lists(state, chain[-1].roles[STATUS_ROLE], bundle, listed.statusPins)
    for place, content in bundle.others.items():
        refuse(not pinned_other(listed, place, content), "NOT_PINNED")
    others = {place: content for place, content in {**state.others, **bundle.others}.items()
              if pinned_other(listed, place, content)}
    same = state.list is not None and pair(state.list) == pair(listed)
    return {"roots": chain, "list": listed, "lists": lists, "others": others,
            "card": state.card if same else None,
            "told": state.told if chain == state.roots else (0, 0)}


def new_roots(state, roots):
    """Steps 2 to 6."""
    held = state.roots[-1]
    refuse(any(each.environment != state.environment for each in roots), "ENVIRONMENT_MISMATCH")
    refuse(roots[-1].version < held.version, "ROOT_ROLLBACK")
    refuse(any(each.version == held.version and each.payload != held.payload for each in roots),
           "ROOT_MISMATCH")
    new = [each for each in roots if each.version > held.version]
    refuse(any(two.version != one.version + 1 for one, two in zip(roots, roots[1:])), "ROOT_GAP")
    refuse(bool(new) and new[0].version != held.version + 1, "ROOT_GAP")
    for before, root in zip([held, *new], new):
        refuse(not (signed_by(root, before.roles[ROOT_ROLE])
                    and signed_by(root, root.roles[ROOT_ROLE])), "ROOT_SIGNATURES")
    refuse(len(state.roots) + len(new) > 64, "DOCUMENT_FORMAT")
    return new


def check_list(state, root, listed):
    """Steps 7 to 13."""
    refuse(listed.environment != state.environment, "ENVIRONMENT_MISMATCH")
    refuse(listed.rootVersion != root.version, "LIST_ROOT")
    refuse(not signed_by(listed, root.roles[LIST_ROLE]), "LIST_SIGNATURES")
    if state.list is not None:
        refuse(pair(listed) < pair(state.list), "LIST_ROLLBACK")
        refuse(pair(listed) == pair(state.list) and listed.payload != state.list.payload,
               "LIST_EQUIVOCATION")
        if listed.rootVersion == state.list.rootVersion:
            refuse(goes_back(state.list.statusPins, listed.statusPins)
                   or goes_back(state.list.documentPins, listed.documentPins), "PIN_ROLLBACK")
    seen = set()
    for key in (each["key"] for issuer in listed.issuers for each in issuer["keys"]):
        fault = gq1keys.fault(key)
        refuse(fault is not None, fault)
        refuse(key in seen, "KEY_DUPLICATE")
        seen.add(key)


def goes_back(before, after):
    """Pins are name: (version, digest)."""
    return any(name in after and (after[name][0] < version or
                                  after[name][0] == version and after[name][1] != digest)
               for name, (version, digest) in before.items())


def status_lists(state, role, bundle, pins):
    """Steps 14 and 15. Lists of the bundle are held before its deltas are applied."""
    def signed(data, kind):
        with well_formed():
            document = envelope(data, kind)
        refuse(not signed_by(document, role), "STATUS_SIGNATURES")
        with well_formed():
            document = read(data, kind)
        refuse(document.environment != state.environment, "ENVIRONMENT_MISMATCH")
        return document

    brought = [signed(each, STATUS) for each in bundle.lists]
    deltas = [signed(each, DELTA) for each in bundle.deltas]
    held = {**state.lists, **{each.list: (each.version, each.entries) for each in brought}}
    touched = {each.list for each in brought}
    with well_formed():
        gq1trust.ascending(each.list for each in brought)
        for each in (each for delta in deltas for each in delta.lists):
            number = each["list"]
            if number in held and held[number][0] == each["fromVersion"]:
                held[number] = each["toVersion"], changed(held[number][1], each["changes"])
                touched.add(number)
    for each in brought:
        refuse(not pinned(pins, each.list, (each.version, each.entries)), "NOT_PINNED")
    refuse(any(not pinned(pins, number, held[number]) for number in touched), "NOT_PINNED")
    return {number: content for number, content in held.items() if number in pins}


def pinned(pins, number, content):
    version, entries = content
    return pins.get(number) == (version, sha256(entries))


def pinned_other(listed, place, content):
    return listed.documentPins.get(place, (0, None))[1] == sha256(content)


def after_card(state, text, now):
    """The steps of section 9."""
    with well_formed():
        card = gq1trust.read_card(text)
    refuse(card.environment != state.environment, "ENVIRONMENT_MISMATCH")
    refuse(not signed_by(card, state.roots[-1].roles[FRESHNESS_ROLE]), "CARD_SIGNATURES")
    refuse(card.expires <= now, "CARD_EXPIRED")
    refuse(card.issuedAt > now + 3600, "CARD_NOT_YET_VALID")
    refuse(state.list is None or pair(card) < pair(state.list), "CARD_LIST")
    if pair(card) > pair(state.list):
        return {"told": max(state.told, pair(card))}
    refuse(card.digest != sha256(state.list.payload), "CARD_LIST")
    refuse(state.card is not None and card.payload != state.card.payload
           and card.issuedAt <= state.card.issuedAt, "CARD_NOT_NEWER")
    return {"card": card}


def ends(state):
    """expires and statusExpires, with what the card adds."""
    listed = state.list
    added = 0 if state.card is None else min(state.card.expires, listed.closes)
    return max(listed.expires, added), max(listed.statusExpires, added)


def freshness(state, now):
    """FRESH, STALE or TRUST_CLOSED."""
    if state.list is None or state.list.closes <= now or state.roots[-1].expires <= now:
        return "TRUST_CLOSED"
    stale = ends(state)[0] <= now or state.told > pair(state.list)
    return "STALE" if stale else "FRESH"


def status(state, number, index, now):
    """VALID, or the rejection of a pass with this status reference."""
    if state.list is None or number not in state.list.statusPins or number not in state.lists:
        return "STATUS_MISSING"
    if not pinned(state.list.statusPins, number, state.lists[number]):
        return "STATUS_OUTDATED"
    if ends(state)[1] <= now:
        return "STATUS_STALE"
    entries = state.lists[number][1]
    if index >= 4 * len(entries):
        return "STATUS_OUT_OF_RANGE"
    return STATUSES[gq1trust.entry(entries, index)] or "VALID"
