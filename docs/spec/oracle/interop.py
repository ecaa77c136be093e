"""Compares the built greenqr with the independent reader and writer, with zbar and qrencode."""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import gq1

ROOT = pathlib.Path(__file__).resolve().parents[3]
JAR = ROOT / "examples/cli/target/greenqr.jar"
SAMPLES = sorted((ROOT / "docs/examples").glob("pass-*.json"))
ISSUED, LATER = "2021-09-20T01:00:00Z", "2021-09-21T01:00:00Z"
IAT = 1632099600
checks = 0


def greenqr(*args):
    run = subprocess.run(["java", "-jar", str(JAR), *map(str, args)], capture_output=True, text=True)
    return run.returncode, run.stdout.strip(), run.stderr.strip()


def check(what, holds):
    global checks
    if not holds:
        sys.exit(f"interop: FAILED: {what}")
    checks += 1
    print(f"interop: {what}")


def verdict(text, pub):
    code, out, _ = greenqr("verify", text, "--trust", pub, "--at", LATER, "--json",
                           "--allow-unchecked-status")
    answer = json.loads(out)
    assert (code == 0) == (answer["outcome"] == "accepted")
    return answer["code"], answer.get("fault")


def by_bits(item):
    """A JSON pass with its code lists, which are sets, in the order of their bits."""
    if isinstance(item, dict):
        return {name: sorted(value, key=gq1.NAMES[name].split().index)
                if name in ("symptoms", "exposures") else by_bits(value)
                for name, value in item.items()}
    return [by_bits(element) for element in item] if isinstance(item, list) else item


def openssl_verifies(text, key, folder):
    protected, _, payload, signature = gq1.envelope(text)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    (folder / "tbs").write_bytes(gq1.to_be_signed(protected, payload))
    (folder / "sig.der").write_bytes(encode_dss_signature(r, s))
    (folder / "key.pem").write_bytes(gq1.public_key(key).public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    run = subprocess.run(["openssl", "dgst", "-sha256", "-verify", "key.pem", "-signature",
                          "sig.der", "tbs"], cwd=folder, capture_output=True, text=True)
    return run.returncode == 0 and run.stdout.strip() == "Verified OK"


def the_worked_example():
    spec = (ROOT / "docs/spec/format.md").read_text()
    wanted = json.loads((ROOT / "docs/examples/pass-all-four.json").read_text())
    ec_key = ec.derive_private_key(int.from_bytes(
        hashlib.sha256(b"Green QR test key ESP256").digest(), "big"), ec.SECP256R1())
    ed_key = ed25519.Ed25519PrivateKey.from_private_bytes(
        hashlib.sha256(b"Green QR test key Ed25519").digest())
    for alg, private in (("ESP256", ec_key), ("ED25519", ed_key)):
        key = gq1.cose_key(private.public_key())
        for form in ("qr", "sms"):
            text = spec.split(f"<!-- example: {alg} {form} -->\n```text\n")[1].split("\n")[0]
            check(f"worked example, {alg} {form}: verified, every field as in the JSON",
                  gq1.to_json(gq1.verify(text, key)) == wanted)


def ours_read_by_the_oracle(folder, alg):
    code, _, err = greenqr("keygen", "--alg", alg, "--issuer", "Interop", "--out", folder)
    assert code == 0, err
    pub = folder / "issuer.pub.json"
    key = bytes.fromhex(json.loads(pub.read_text())["key"])
    for sample in SAMPLES:
        png = folder / (sample.stem + ".png")
        code, text, err = greenqr("issue", "--key", folder / "issuer.key.pem", "--pub", pub,
                                  "--pass", sample, "--issued-at", ISSUED, "--png", png)
        assert code == 0, (code, err)
        claims, wanted = gq1.verify(text, key), by_bits(json.loads(sample.read_text()))
        check(f"{alg} {sample.stem}: the oracle verifies what greenqr issued and reads every field",
              gq1.to_json(claims) == wanted and claims[6] == IAT and claims[4] == IAT + 30 * 86400)
        if alg == "p256":
            check(f"{alg} {sample.stem}: openssl verifies the signature",
                  openssl_verifies(text, key, folder))
        code, sms, err = greenqr("issue", "--key", folder / "issuer.key.pem", "--pub", pub, "--pass",
                                 sample, "--issued-at", ISSUED, "--valid", "30d", "--sms")
        check(f"{alg} {sample.stem}: the SMS text says the same",
              sms.startswith("gq1.") and gq1.verify(sms, key) == claims)
        read = subprocess.run(["zbarimg", "-q", "--raw", str(png)], capture_output=True, text=True)
        check(f"{alg} {sample.stem}: zbar reads the picture", read.stdout.rstrip("\n") == text)
        drawn = folder / "qrencode.png"
        subprocess.run(["qrencode", "-s", "4", "-o", str(drawn), text], check=True)
        code, out, _ = greenqr("verify", "--image", drawn, "--trust", pub, "--at", LATER,
                               "--allow-unchecked-status")
        check(f"{alg} {sample.stem}: greenqr reads what qrencode drew", code == 0)


def the_oracles_read_by_us(folder, alg):
    private = (ec.generate_private_key(ec.SECP256R1()) if alg == "p256"
               else ed25519.Ed25519PrivateKey.generate())
    key = gq1.cose_key(private.public_key())
    pub = folder / "oracle.pub.json"
    pub.write_text(json.dumps({
        "issuer": "Oracle", "alg": "ESP256" if alg == "p256" else "ED25519",
        "kid": gq1.kid(key).hex(), "key": key.hex(),
        "claims": ["declaration", "vaccination", "test", "monitoring"]}))
    content = [["Lê Thị Đào", [1971]], {2: [[1, 1, 2, 18800]], 3: [[1, 1, IAT - 3600]]}]
    claims = {4: IAT + 864000, 6: IAT, gq1.PASS: content}
    payload = cbor2.dumps(claims, canonical=True)
    data = gq1.sign(payload, private)
    for sms in (False, True):
        check(f"{alg}: greenqr accepts what the oracle signed, {'SMS' if sms else 'QR'} text",
              verdict(gq1.to_text(data, sms), pub) == ("ACCEPTED", None))
    # The name is in the payload; -40 is in R, whose change leaves the ranges as they are.
    for what, at in (("signature", len(data) - 40), ("name", data.index("Đào".encode()) + 3)):
        wrong = bytearray(data)
        wrong[at] ^= 1
        check(f"{alg}: a changed {what} is rejected",
              verdict(gq1.to_text(bytes(wrong)), pub) == ("SIGNATURE", None))
    check(f"{alg}: a longer head in the envelope is rejected",
          verdict(gq1.to_text(data[:1] + b"\x98\x04" + data[2:]), pub)
          == ("ENVELOPE", "CBOR_NOT_SHORTEST"))
    check(f"{alg}: bytes behind the envelope are rejected",
          verdict(gq1.to_text(data + b"\0"), pub) == ("ENVELOPE", "CBOR_TRAILING"))
    long_time = payload.replace(b"\x06\x1a", b"\x06\x1b\0\0\0\0", 1)
    check(f"{alg}: a longer form of a time is rejected",
          verdict(gq1.to_text(gq1.sign(long_time, private)), pub)
          == ("PAYLOAD", "CBOR_NOT_SHORTEST"))
    with_status = cbor2.dumps({**claims, gq1.PASS: [*content, [7, 104233]]})
    text = gq1.to_text(gq1.sign(with_status, private))
    code, out, _ = greenqr("verify", text, "--trust", pub, "--at", LATER, "--json")
    check(f"{alg}: a status that nobody looked up is rejected, unless that is allowed",
          code == 1 and json.loads(out)["code"] == "STATUS_UNCHECKED"
          and verdict(text, pub) == ("ACCEPTED", None))
    unsorted_payload = b"\xa3\x06" + cbor2.dumps(IAT) + b"\x04" + cbor2.dumps(IAT + 9) + \
        cbor2.dumps(gq1.PASS) + cbor2.dumps(content)
    check(f"{alg}: keys out of order are rejected",
          verdict(gq1.to_text(gq1.sign(unsorted_payload, private)), pub)
          == ("PAYLOAD", "CBOR_KEY_ORDER"))
    if alg == "p256":
        check("p256: a high s is rejected",
              verdict(gq1.to_text(gq1.sign(payload, private, high_s=True)), pub)
              == ("ENVELOPE", "COSE_SIGNATURE_RANGE"))


the_worked_example()
with tempfile.TemporaryDirectory() as temporary:
    for algorithm in ("p256", "ed25519"):
        folder = pathlib.Path(temporary, algorithm)
        folder.mkdir()
        ours_read_by_the_oracle(folder, algorithm)
        the_oracles_read_by_us(folder, algorithm)
print(f"interop: {checks} checks passed")
