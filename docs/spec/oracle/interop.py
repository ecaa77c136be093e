"""Compares the built greenqr with the independent reader and writer, with zbar and qrencode."""
import json
import pathlib
import subprocess
import sys
import tempfile

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

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


def ours_read_by_the_oracle(folder, alg):
    code, _, err = greenqr("keygen", "--alg", alg, "--issuer", "Interop", "--out", folder)
    assert code == 0, err
    pub = folder / "issuer.pub.json"
    key = bytes.fromhex(json.loads(pub.read_text())["key"])
    for sample in SAMPLES:
        png = folder / (sample.stem + ".png")
        code, text, err = greenqr("issue", "--key", folder / "issuer.key.pem", "--pub", pub,
                                  "--pass", sample, "--issued-at", ISSUED, "--png", png)
        assert code == 0, err
        claims, wanted = gq1.verify(text, key), json.loads(sample.read_text())
        subject, statements = claims[gq1.PASS][:2]
        kinds = {1: "declaration", 2: "vaccination", 3: "test", 4: "monitoring"}
        check(f"{alg} {sample.stem}: the oracle verifies and reads what greenqr issued",
              subject[0] == wanted["name"] and claims[6] == IAT
              and {kinds[k] for k in statements} == set(kinds.values()) & set(wanted)
              and len(statements.get(2, [])) == len(wanted.get("vaccination", [])))
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
    wrong = bytearray(data)
    wrong[-40] ^= 1
    check(f"{alg}: a changed signature is rejected",
          verdict(gq1.to_text(bytes(wrong)), pub)[0] in ("SIGNATURE", "ENVELOPE"))
    unsorted_payload = b"\xa3\x06" + cbor2.dumps(IAT) + b"\x04" + cbor2.dumps(IAT + 9) + \
        cbor2.dumps(gq1.PASS) + cbor2.dumps(content)
    check(f"{alg}: keys out of order are rejected",
          verdict(gq1.to_text(gq1.sign(unsorted_payload, private)), pub)
          == ("PAYLOAD", "CBOR_KEY_ORDER"))
    if alg == "p256":
        check("p256: a high s is rejected",
              verdict(gq1.to_text(gq1.sign(payload, private, high_s=True)), pub)
              == ("ENVELOPE", "COSE_SIGNATURE_RANGE"))


with tempfile.TemporaryDirectory() as temporary:
    for algorithm in ("p256", "ed25519"):
        folder = pathlib.Path(temporary, algorithm)
        folder.mkdir()
        ours_read_by_the_oracle(folder, algorithm)
        the_oracles_read_by_us(folder, algorithm)
print(f"interop: {checks} checks passed")
