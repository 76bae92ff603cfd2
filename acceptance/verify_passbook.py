#!/usr/bin/env python3
"""Verifies a passbook of Linli without anything of Linli.

    python3 verify_passbook.py proof-1.json [proof-2.json ...] --key published.pem

The files are what GET /api/v1/bank/accounts/{id}/proof answers, in order: the first one, then the
one that its `next` leads to, and so on. Checks that every line follows from the line before (SHA-256),
that balances add up and never fall below zero, that the line named by the last root is the one that
stands here, that the way from it leads to that root, and that the root's statement is signed with
the published key (/api/v1/bank/roots/keys). How each is computed: docs/timebank/proof.md.

Uses JSON, SHA-256 and Ed25519 (package `cryptography`, or an `openssl` of 3.0 or later) and nothing
else. Exit code 0: all of it holds. 1: it does not, and the first line that does not is named. 2: it
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

START = "0" * 64


class Flaw(Exception):
    pass


def line_hash(before, account, unit, line):
    fields = [
        before, account, str(line["seq"]), unit, str(line["amount"]), line["counter"], line["at"],
        line.get("ref") or "", line["reason"], line.get("service") or ""]
    return hashlib.sha256("\n".join(fields).encode()).hexdigest()


def check_lines(parts):
    """Hash of each line by its number."""
    account, unit = parts[0]["account"], parts[0]["unit"]
    heads, head, balance = {0: START}, START, 0
    for part in parts:
        if (part["account"], part["unit"]) != (account, unit):
            raise Flaw("the files are of different passbooks or units")
        for line in part["lines"]:
            name = "line %d" % line["seq"]
            if line["seq"] != len(heads):
                raise Flaw("%s: number %d is missing before it" % (name, len(heads)))
            head = line_hash(head, account, unit, line)
            if head != line["hash"]:
                raise Flaw(name + ": its hash does not follow from it and the line before")
            balance += line["amount"]
            if balance != line["balance"]:
                raise Flaw("%s: the balance is %d, not %d" % (name, balance, line["balance"]))
            if balance < 0:
                raise Flaw(name + ": more was spent than was there")
            heads[line["seq"]] = head
    return heads, balance


def root_of(account, unit, sealed):
    """Where the way from the leaf leads: RFC 6962, section 2.1."""
    leaf = "\n".join([account, unit, str(sealed["seq"]), sealed["head"]]).encode()
    at = hashlib.sha256(b"\x00" + leaf).digest()
    for step in sealed["path"]:
        other = bytes.fromhex(step["hash"])
        pair = other + at if step["side"] == "left" else at + other
        at = hashlib.sha256(b"\x01" + pair).digest()
    return at.hex()


def statement(root):
    return "\n".join([
        "linli-bank-root/1", str(root["number"]), root["asOf"], str(root["leaves"]), root["root"],
        root["previous"]])


def check_sealed(account, unit, heads, sealed, pem):
    if heads.get(sealed["seq"]) != sealed["head"]:
        raise Flaw("line %d is not the one that was sealed" % sealed["seq"])
    root = sealed["root"]
    if root_of(account, unit, sealed) != root["root"]:
        raise Flaw("the way does not lead to the root")
    if statement(root) != root["statement"]:
        raise Flaw("the statement is not that of the root")
    if not signed(root["statement"].encode(), base64.b64decode(root["signature"]), pem):
        raise Flaw("the statement is not signed with this key")


def signed(text, signature, pem):
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
    except ImportError:
        return signed_by_openssl(text, signature, pem)
    try:
        load_pem_public_key(pem).verify(signature, text)
        return True
    except InvalidSignature:
        return False


def signed_by_openssl(text, signature, pem):
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, content in (("text", text), ("signature", signature), ("key", pem)):
            paths[name] = os.path.join(folder, name)
            with open(paths[name], "wb") as out:
                out.write(content)
        try:
            done = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", paths["key"], "-rawin",
                 "-in", paths["text"], "-sigfile", paths["signature"]],
                capture_output=True, text=True, timeout=60)
        except FileNotFoundError:
            print("neither the package cryptography nor openssl is here", file=sys.stderr)
            sys.exit(2)
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description="Verifies a passbook of Linli.")
    parser.add_argument("proof", nargs="+")
    parser.add_argument("--key", required=True, help="public key, PEM")
    arguments = parser.parse_args()
    try:
        with open(arguments.key, "rb") as key:
            pem = key.read()
        parts = []
        for name in arguments.proof:
            with open(name, encoding="utf-8") as file:
                parts.append(json.load(file))
    except (OSError, ValueError) as e:
        print(e, file=sys.stderr)
        sys.exit(2)
    try:
        account, unit = parts[0]["account"], parts[0]["unit"]
        heads, balance = check_lines(parts)
        if parts[-1].get("next"):
            print("there is a further part: from=%s" % parts[-1]["next"], file=sys.stderr)
            sys.exit(2)
        sealed = parts[-1].get("sealed")
        if sealed:
            check_sealed(account, unit, heads, sealed, pem)
    except Flaw as flaw:
        print("DOES NOT HOLD: %s" % flaw)
        sys.exit(1)
    except (KeyError, TypeError, ValueError) as e:
        print("not a proof: %r" % e, file=sys.stderr)
        sys.exit(2)
    print("holds: %d lines, %d %s" % (len(heads) - 1, balance, unit))
    if sealed:
        root = sealed["root"]
        print("sealed up to line %d under root %d as of %s" % (
            sealed["seq"], root["number"], root["asOf"]))
    else:
        print("not under a root yet")


if __name__ == "__main__":
    main()
