"""The certificate a server seals with: its own, made once, or one that it was given."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from msgspec import Struct

YEARS: Final = 20
USE: Final = ("digital_signature", "content_commitment")
_USES: Final = (
    *USE,
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


class Certificate(Struct, frozen=True):
    """A key with its certificate as PKCS#12, and the words that open it ("" for none)."""

    pkcs12: bytes
    password: str = ""

    def __repr__(self) -> str:
        return "Certificate(…)"

    @property
    def der(self) -> bytes:
        """Without the key. Raises ValueError when it cannot be opened or holds no key."""
        key, found, _ = pkcs12.load_key_and_certificates(self.pkcs12, self.password.encode() or None)
        if key is None or found is None:
            raise ValueError("it holds no key with a certificate")
        return found.public_bytes(serialization.Encoding.DER)

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hex: what people compare."""
        return hashlib.sha256(self.der).hexdigest()

    @property
    def pem(self) -> bytes:
        """To be given to others: without the key."""
        found = x509.load_der_x509_certificate(self.der)
        return found.public_bytes(serialization.Encoding.PEM)


def fingerprint_of(file: bytes) -> str:
    """Of a certificate as PEM or DER. Raises ValueError."""
    load = x509.load_pem_x509_certificate if b"-----BEGIN" in file else x509.load_der_x509_certificate
    return hashlib.sha256(load(file).public_bytes(serialization.Encoding.DER)).hexdigest()


def make(now: int) -> Certificate:
    """A new key (EC P-256) with a certificate that nobody but this server vouches for. `now` in ms UTC."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _signed(key, datetime.fromtimestamp(now / 1000, UTC))
    return Certificate(
        pkcs12.serialize_key_and_certificates(b"accord", key, certificate, None, serialization.NoEncryption())
    )


def _signed(key: ec.EllipticCurvePrivateKey, begins: datetime) -> x509.Certificate:
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    name = _name(identifier.digest.hex()[:8])
    uses: dict[str, Any] = {use: use in USE for use in _USES}
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(begins - timedelta(days=1)).not_valid_after(begins + timedelta(days=365 * YEARS))
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(x509.KeyUsage(**uses), critical=True)
    return builder.add_extension(identifier, critical=False).sign(key, hashes.SHA256())


def _name(mark: str) -> x509.Name:
    """Whose it is: a server. The mark tells servers apart, and says nothing about the machine."""
    parts = {NameOID.ORGANIZATION_NAME: "Accord", NameOID.COMMON_NAME: f"Accord server {mark}"}
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts.items()])
