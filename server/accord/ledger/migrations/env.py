"""Run by Alembic. Accord gives its own connection; by hand: `alembic -x url=sqlite:///… -c server/alembic.ini …`."""

import sqlmodel  # noqa: F401 - migrations may name its types
from alembic import context

from accord.ledger.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
