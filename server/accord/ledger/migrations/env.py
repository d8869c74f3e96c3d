"""Run by Alembic when a ledger is opened, on the connection that `stores.migrate` gives. Never by hand."""

import sqlmodel  # noqa: F401 - migrations may name its types
from alembic import context

from accord.ledger.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
