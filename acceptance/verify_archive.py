#!/usr/bin/env python3
"""Verifies a case file or a hand-over bundle of Linli without anything of Linli.

    python3 verify_archive.py archive.zip --key published.pem

Checks that the manifest's Ed25519 signature is of the given public key (published at
/api/v1/disputes/signing-keys), that every document has the length and SHA-256 that the manifest
says, and that nothing else lies in the file. Needs Python 3.8 and either the package
`cryptography` or an `openssl` of 3.0 or later. Exit code 0: all of it holds. 1: it does not. 2: it
could not be checked.
"""
import argparse
import base64
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zipfile

OF_ITSELF = {"manifest.json", "manifest.sig", "public-key.pem", "README.txt"}
FORMAT = "linli-case-file/1"
BYTES_MAX = 1 << 28  # of all documents together: a file that unpacks to more is not read


def signed(manifest, signature, pem):
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
    except ImportError:
        return signed_by_openssl(manifest, signature, pem)
    try:
        load_pem_public_key(pem).verify(signature, manifest)
        return True
    except InvalidSignature:
        return False


def signed_by_openssl(manifest, signature, pem):
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, content in (("manifest", manifest), ("signature", signature), ("key", pem)):
            paths[name] = os.path.join(folder, name)
            with open(paths[name], "wb") as out:
                out.write(content)
        try:
            done = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", paths["key"], "-rawin",
                 "-in", paths["manifest"], "-sigfile", paths["signature"]],
                capture_output=True, text=True, timeout=60)
        except FileNotFoundError:
            print("neither the package cryptography nor openssl is here", file=sys.stderr)
            sys.exit(2)
    if done.returncode != 0 and "Verification Failure" not in done.stdout + done.stderr:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode == 0


def flaws(archive, pem):
    names = archive.namelist()
    if len(names) != len(set(names)):
        yield "a name stands twice in the file"
    missing = OF_ITSELF - set(names)
    if missing:
        yield "missing: " + ", ".join(sorted(missing))
        return
    if sum(entry.file_size for entry in archive.infolist()) > BYTES_MAX:
        yield "larger than this program reads"
        return
    raw = archive.read("manifest.json")
    try:
        signature = base64.b64decode(archive.read("manifest.sig").strip(), validate=True)
    except ValueError:
        yield "the signature is no Base64"
        return
    if not signed(raw, signature, pem if pem is not None else archive.read("public-key.pem")):
        yield "the manifest was not signed with this key"
    manifest = json.loads(raw)
    if manifest.get("format") != FORMAT:
        yield "unknown format: %s" % manifest.get("format")
    listed = set()
    for line in manifest["documents"]:
        path = line["path"]
        listed.add(path)
        if path not in names:
            yield "listed and not there: " + path
            continue
        content = archive.read(path)
        if len(content) != line["bytes"]:
            yield "another length: " + path
        if hashlib.sha256(content).hexdigest() != line["sha256"]:
            yield "another digest: " + path
    for path in sorted(set(names) - listed - OF_ITSELF):
        yield "there and not listed: " + path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive")
    parser.add_argument("--key", help="the published public key, PEM; without it only the file's own")
    arguments = parser.parse_args()
    pem = None
    if arguments.key:
        with open(arguments.key, "rb") as key:
            pem = key.read()
    try:
        with zipfile.ZipFile(arguments.archive) as archive:
            found = list(flaws(archive, pem))
            if not found:
                manifest = json.loads(archive.read("manifest.json"))
    except (zipfile.BadZipFile, ValueError, KeyError) as error:
        found = ["not readable: %s" % error]
    for flaw in found:
        print(flaw)
    if found:
        return 1
    print("%s · %s · version %s · %d documents" % (
        manifest["purpose"], manifest["caseNumber"], manifest["version"], len(manifest["documents"])))
    print("manifest SHA-256 %s" % hashlib.sha256(
        zipfile.ZipFile(arguments.archive).read("manifest.json")).hexdigest())
    if pem is None:
        print("the key is the file's own: it shows that nothing was changed, not who made it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
