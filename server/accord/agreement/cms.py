"""The seal of a PDF by the bare rules: the file's bytes, SHA-256, CMS and a public key. Half of one tool's look.

Strict where other readers are kind: what a seal does not cover must be exactly what a seal needs, so that there is no
byte in the file that may change unnoticed.
"""

import hashlib
from typing import Any, Final

from asn1crypto import cms as asn1
from asn1crypto import tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from msgspec import Struct

STAMP: Final = "signature_time_stamp_token"
ATTRIBUTES: Final = frozenset(
    {"content_type", "message_digest", "signing_certificate_v2", "cms_algorithm_protection", "signing_time"}
)


class Seal(Struct, frozen=True):
    """`spans` are the two covered parts (start, length, start, length), `contents` the signature with its padding."""

    spans: tuple[int, ...]
    contents: bytes

    @property
    def message(self) -> bytes:
        """The signature without its padding."""
        return self.contents[: _length(self.contents)]

    @property
    def signed(self) -> Any:
        return asn1.ContentInfo.load(self.message, strict=True)["content"]

    @property
    def certificate(self) -> bytes:
        """DER of the certificate that the signature names."""
        named = self.signed["signer_infos"][0]["sid"].chosen
        for one in self.signed["certificates"]:
            found = one.chosen
            # By their bytes: asn1crypto takes names in capitals for the same names.
            same = found.issuer.dump() == named["issuer"].dump()
            if same and found.serial_number == named["serial_number"].native:
                return bytes(found.dump())
        raise ValueError("the seal's certificate is missing")

    @property
    def fingerprint(self) -> str:
        try:
            return hashlib.sha256(self.certificate).hexdigest()
        except Exception:
            return ""

    @property
    def subject(self) -> str:
        try:
            return str(x509.load_der_x509_certificate(self.certificate).subject.rfc4514_string())
        except Exception:
            return ""

    def problems(self, pdf: bytes) -> list[str]:
        """[] when every byte of the file is as it was sealed."""
        try:
            sound = self._covers(pdf) and self._canonical() and self._signed(pdf)
            return ([] if sound else ["changed"]) + ([] if self._stamped() else ["stamp"])
        except Exception:
            return ["changed"]

    def _covers(self, pdf: bytes) -> bool:
        """All but the digits of the signature, which are upper case, and nothing but zeros after them."""
        if len(self.spans) != 4:
            return False
        first, length, second, rest = self.spans
        gap = pdf[length:second]
        digits = self.message.hex().upper() + "00" * (len(self.contents) - len(self.message))
        return (first, second + rest) == (0, len(pdf)) and gap == f"<{digits}>".encode()

    def _canonical(self) -> bool:
        """One signer with SHA-256 throughout and the algorithm of the key; written as DER writes it."""
        signed, signer = self.signed, self.signed["signer_infos"][0]
        algorithm = signer["signature_algorithm"]
        return bool(
            len(signed["signer_infos"]) == 1
            and _plain(signed["digest_algorithms"]) == ["sha256"]
            and _plain([signer["digest_algorithm"]]) == ["sha256"]
            and signed["version"].native == "v1"
            and signer["version"].native == "v1"
            and signed["encap_content_info"]["content_type"].native == "data"
            and signed["encap_content_info"]["content"].native is None
            and algorithm.dump() == _expected(self.certificate, algorithm).dump()
            and signed["crls"].native is None
            and _again(self.message) == self.message
            and self._vouched()
        )

    def _vouched(self) -> bool:
        """Certificates beside the seal's own are for a chain: each is signed by the next, as far as it goes."""
        certificates = [x509.load_der_x509_certificate(one.chosen.dump()) for one in self.signed["certificates"]]
        for one in certificates:
            for issuer in certificates:
                if issuer.subject == one.issuer:
                    one.verify_directly_issued_by(issuer)
        return True

    def _signed(self, pdf: bytes) -> bool:
        first, length, second, rest = self.spans
        signer = self.signed["signer_infos"][0]
        said = {one["type"].native: one["values"] for one in signer["signed_attrs"]}
        covered = hashlib.sha256(pdf[first : first + length] + pdf[second : second + rest]).digest()
        own = hashlib.sha256(self.certificate).digest()
        if set(said) - ATTRIBUTES or said["message_digest"].native != [covered]:
            return False
        if said["signing_certificate_v2"][0]["certs"][0]["cert_hash"].native != own:
            return False
        return _verifies(self.certificate, signer["signature"].native, signer["signed_attrs"].untag().dump())

    def _stamped(self) -> bool:
        """Without a time stamp all is well; with one it is about this signature."""
        signer = self.signed["signer_infos"][0]
        more = signer["unsigned_attrs"].native and signer["unsigned_attrs"]
        if not more:
            return True
        if len(more) != 1 or more[0]["type"].native != STAMP or len(more[0]["values"]) != 1:
            return False
        about = more[0]["values"][0]["content"]["encap_content_info"]["content"].parsed["message_imprint"]
        wanted = hashlib.sha256(signer["signature"].native).digest()
        return bool(
            about["hash_algorithm"]["algorithm"].native == "sha256" and about["hashed_message"].native == wanted
        )


def _length(der: bytes) -> int:
    """Bytes of the first value, by its own header."""
    size = der[1]
    if size < 0x80:
        return 2 + size
    count = size & 0x7F
    return 2 + count + int.from_bytes(der[2 : 2 + count], "big")


def _again(der: bytes) -> bytes:
    return bytes(asn1.ContentInfo.load(der, strict=True).copy().dump(force=True))


def _plain(algorithms: Any) -> list[str]:
    """Names of digests without parameters (or with the old NULL)."""
    return [str(one["algorithm"].native) for one in algorithms if one["parameters"].native is None]


def _expected(certificate: bytes, given: Any) -> Any:
    """The algorithm that goes with the key; PSS says its own parameters, which the signature then has to bear out."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        return asn1.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})
    if given["algorithm"].native == "rsassa_pss":
        return given
    return asn1.SignedDigestAlgorithm({"algorithm": given["algorithm"].native})


def _verifies(certificate: bytes, signature: bytes, data: bytes) -> bool:
    key = x509.load_der_x509_certificate(certificate).public_key()
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, data, ec.ECDSA(hashes.SHA256()))
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
        else:
            return False
    except InvalidSignature:
        return False
    return True


# --- time stamps (RFC 3161) ---


def stamp_request(seal: Seal) -> bytes:
    """What a time stamping authority is asked: about the signature, so it learns nothing of the document."""
    digest = hashlib.sha256(seal.signed["signer_infos"][0]["signature"].native).digest()
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
    request = {"version": "v1", "message_imprint": imprint, "cert_req": True}
    return bytes(tsp.TimeStampReq(request).dump())


def stamped(pdf: bytes, seal: Seal, answer: bytes) -> bytes:
    """The file with the stamp in the room that its seal keeps. ValueError when the authority said no or too much."""
    response = tsp.TimeStampResp.load(answer, strict=True)
    if response["status"]["status"].native not in ("granted", "granted_with_mods"):
        raise ValueError("the authority gave no time stamp")
    message = asn1.ContentInfo.load(seal.message)
    signer = message["content"]["signer_infos"][0]
    attribute = asn1.CMSAttribute({"type": STAMP, "values": [response["time_stamp_token"]]})
    signer["unsigned_attrs"] = asn1.CMSAttributes([attribute])
    filled = message.dump(force=True)
    if len(filled) > len(seal.contents):
        raise ValueError("the time stamp is larger than the room for it")
    digits = filled.hex().upper() + "00" * (len(seal.contents) - len(filled))
    start = seal.spans[1] + 1
    end = start + len(digits)
    return b"".join((pdf[:start], digits.encode(), pdf[end:]))
