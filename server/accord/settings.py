"""What the person who runs the server may set: ACCORD_… in the environment, or options of `accord serve`."""

import os
import secrets
import sys
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Limits(BaseModel):
    """Upper bounds. Sizes in bytes, times in seconds; what people may write is bounded in domain/words.py."""

    body: int = 64 * 1024
    import_body: int = 2 * 1024 * 1024
    verify_body: int = 20 * 1024 * 1024
    template_body: int = 640 * 1024
    figures_body: int = 256 * 1024
    members: int = 500  # above them twenty seats for those who facilitate (domain/decide.py)
    sockets_per_address: int = 1_500
    commands_per_second: float = 20
    commands_burst: int = 60
    costly_per_minute: float = 6
    verified_per_minute: float = 30  # documents that an address may ask about
    opened_per_minute: float = 30  # links to read by that an address may open, or fail to
    code_failures_per_minute: float = 100  # the whole server
    code_failures_burst: int = 300
    address_failures: int = 20  # within ten minutes, then each try waits
    address_delay: float = 2.0
    workshops: int = 10_000
    foundings_per_minute: float = 120
    foundings_burst: int = 300


class Settings(BaseSettings):
    """`origins` are the public addresses, e.g. https://accord.example.com; the machine's own need not be listed.

    `seal_certificate` is a PKCS#12 file to seal agreements with, which `seal_password` opens; without one the server
    makes its own. `seal_timestamps` is the address of a time stamping authority (RFC 3161). From which address
    and browser somebody signed is kept for `evidence_days` on this server only.

    Mail goes out through `smtp_host` as `smtp_from` ("Accord <accord@example.com>"). Links in it begin with the first
    of `origins`, so without one there is no mail. `smtp_tls`: starttls, tls from the first byte, or none.
    """

    model_config = SettingsConfigDict(env_prefix="ACCORD_", env_nested_delimiter="__", extra="ignore")

    data: Path = Field(default_factory=lambda: default_data())
    database: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    origins: Annotated[tuple[str, ...], NoDecode] = ()
    trusted_proxy: bool = False
    secret_file: Path | None = None
    seal_certificate: Path | None = None
    seal_password: SecretStr = SecretStr("")
    seal_timestamps: str = ""
    evidence_days: int = Field(default=400, ge=0)
    smtp_host: str = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = ""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    limits: Limits = Field(default_factory=Limits)

    @field_validator("origins", mode="before")
    @classmethod
    def _split(cls, given: object) -> object:
        return tuple(part for part in given.replace(",", " ").split() if part) if isinstance(given, str) else given

    @field_validator("origins")
    @classmethod
    def _whole(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(origin_of(one) for one in given)

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data / 'accord.db'}"

    @property
    def sends_mail(self) -> bool:
        """Through whom, as whom, and where links lead are all known."""
        return bool(self.smtp_host and self.smtp_from and self.origins)

    @property
    def own_seal(self) -> Path:
        """Where the certificate lies that this server made for itself: beside the secret."""
        return (self.secret_file or self.data / "secret").with_name("seal.p12")

    def secret(self) -> bytes:
        """32 bytes that links and codes are derived from. Made at the first start, for the owner only, not in backups.

        Raises OSError when the file can neither be read nor made, ValueError when it holds something else.
        """
        path = self.secret_file or self.data / "secret"
        if not path.exists():
            make_secret(path, secrets.token_hex(32).encode())
        kept = bytes.fromhex(path.read_text().strip())
        if len(kept) != 32:
            raise ValueError(f"{path} does not hold a secret of 32 bytes")
        return kept


def origin_of(url: str) -> str:
    """Scheme and host (and port, unless it is the usual one) in lower case, as browsers send them."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url!r} is not an address like https://accord.example.com")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port and parts.port != usual else "")


def default_data() -> Path:
    """Where a person's programs keep their data on this system."""
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Accord"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "accord"


def make_secret(path: Path, content: bytes) -> None:
    """A file that only its owner may read, on the disk before anybody uses it; what is there already stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process was first
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
