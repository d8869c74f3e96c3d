"""A time stamping authority (RFC 3161) without a network."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper


def authority(now: int) -> Callable[[bytes], bytes]:
    """Request → answer. `now` in ms UTC."""
    key, found = _key(now)
    stamper = DummyTimeStamper(asn1.Certificate.load(found), keys.PrivateKeyInfo.load(key))

    def answer(request: bytes) -> bytes:
        return bytes(stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump())

    return answer


def _key(now: int) -> tuple[bytes, bytes]:
    """Key and certificate in DER."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority")])
    at = datetime.fromtimestamp(now / 1000, UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.not_valid_before(at - timedelta(days=1)).not_valid_after(at + timedelta(days=30))
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    found = builder.serial_number(7).add_extension(usage, critical=True).sign(key, hashes.SHA256())
    private = serialization.PrivateFormat.PKCS8
    return (
        key.private_bytes(serialization.Encoding.DER, private, serialization.NoEncryption()),
        found.public_bytes(serialization.Encoding.DER),
    )
