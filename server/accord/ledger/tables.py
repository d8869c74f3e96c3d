"""What is kept, as tables. Times are ms since 1970, UTC; secrets are kept as their SHA-256."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

SCHEMA = "0005"  # the newest migration


class Kept(SQLModel):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class WorkshopRow(Kept, table=True):
    __tablename__ = "workshop"

    id: str = Field(sa_column=Column(Text, primary_key=True))
    created_at: int = Field(sa_type=BigInteger)


class EventRow(Kept, table=True):
    __tablename__ = "event"
    # Kept in the order in which a workshop is read, and one tree less to write for each event.
    __table_args__ = (UniqueConstraint("workshop", "client", "n"), {"sqlite_with_rowid": False})

    workshop: str = Field(sa_column=Column(Text, ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True))
    seq: int = Field(sa_type=BigInteger, primary_key=True)
    at: int = Field(sa_type=BigInteger)
    person: str = Field(sa_type=Text)
    client: str | None = Field(default=None, sa_type=Text)
    n: int | None = Field(default=None, sa_type=BigInteger)
    digest: int = Field(sa_type=BigInteger)
    payload: str = Field(sa_type=Text)
    prev: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)


class SealedRow(Kept, table=True):
    """Not an event: its rows are destroyed (seals.py). Without any index, which would keep copies of its own."""

    __tablename__ = "sealed"

    id: int | None = Field(
        default=None,
        sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    )
    workshop: str = Field(sa_type=Text)
    prompt: str = Field(sa_type=Text)
    person: str = Field(sa_type=Text)
    client: str | None = Field(default=None, sa_type=Text)
    n: int | None = Field(default=None, sa_type=BigInteger)
    digest: int = Field(sa_type=BigInteger)
    payload: str = Field(sa_type=Text)


class WitnessRow(Kept, table=True):
    __tablename__ = "witness"

    workshop: str = Field(sa_column=Column(Text, primary_key=True))
    seq: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: int = Field(sa_type=BigInteger)
    content: bytes = Field(sa_type=LargeBinary)


class MetaRow(Kept, table=True):
    __tablename__ = "meta"

    key: str = Field(sa_column=Column(Text, primary_key=True))
    value: str = Field(sa_type=Text)


class TokenRow(Kept, table=True):
    __tablename__ = "token"
    __table_args__ = (Index(None, "workshop", "kind"),)

    digest: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    workshop: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    person: str | None = Field(default=None, sa_type=Text)
    expires: int | None = Field(default=None, sa_type=BigInteger)
    used: int | None = Field(default=None, sa_type=BigInteger)
    rotation: int = Field(default=0, sa_type=BigInteger)


class SessionRow(Kept, table=True):
    __tablename__ = "session"

    digest: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    created: int = Field(sa_type=BigInteger)
    seen: int = Field(sa_type=BigInteger)
    expires: int = Field(sa_type=BigInteger)


class SeatRow(Kept, table=True):
    __tablename__ = "seat"
    __table_args__ = (Index(None, "workshop", "person"),)

    session: bytes = Field(
        sa_column=Column(LargeBinary, ForeignKey("session.digest", ondelete="CASCADE"), primary_key=True)
    )
    workshop: str = Field(sa_column=Column(Text, primary_key=True))
    person: str = Field(sa_type=Text)


class DocumentRow(Kept, table=True):
    __tablename__ = "document"

    digest: str = Field(sa_column=Column(Text, primary_key=True))
    workshop: str = Field(sa_column=Column(Text, primary_key=True, index=True))
    version: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    language: str = Field(sa_type=Text)
    signed: int = Field(sa_type=BigInteger)
    at: int = Field(sa_type=BigInteger)
    content: bytes = Field(sa_type=LargeBinary)


class AddressRow(Kept, table=True):
    """Not an event either: an e-mail address somebody left, destroyed when it has served (addresses.py)."""

    __tablename__ = "address"

    workshop: str = Field(sa_column=Column(Text, primary_key=True))
    person: str = Field(sa_column=Column(Text, primary_key=True))
    address: str = Field(sa_type=Text)
    at: int = Field(sa_type=BigInteger)
    last: int = Field(sa_type=BigInteger)
    sent: int = Field(sa_type=BigInteger)
    since: int = Field(sa_type=BigInteger)


metadata = Kept.metadata
event, sealed, workshop, meta = (metadata.tables[name] for name in ("event", "sealed", "workshop", "meta"))
token, session, seat = (metadata.tables[name] for name in ("token", "session", "seat"))
document, witness = metadata.tables["document"], metadata.tables["witness"]
address = metadata.tables["address"]
