"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
    )
    op.create_table(
        "event",
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=True),
        sa.Column("n", sa.BigInteger(), nullable=True),
        sa.Column("digest", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("prev", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name="fk_event_workshop_workshop", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "seq", name="pk_event"),
        sa.UniqueConstraint("workshop", "client", "n", name="uq_event_workshop_client_n"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    op.create_table(
        "token",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("expires", sa.BigInteger(), nullable=True),
        sa.Column("used", sa.BigInteger(), nullable=True),
        sa.Column("rotation", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_token"),
    )
    op.create_index("ix_token_workshop_kind", "token", ["workshop", "kind"])
    op.create_table(
        "session",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_session"),
    )
    op.create_table(
        "seat",
        sa.Column("session", sa.LargeBinary(), nullable=False),
        sa.Column("workshop", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["session.digest"], name="fk_seat_session_session", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", "workshop", name="pk_seat"),
    )
    op.create_index("ix_seat_workshop_person", "seat", ["workshop", "person"])


def downgrade() -> None:
    for table in ("seat", "session", "token", "meta", "event", "workshop"):
        op.drop_table(table)
