"""The append-only log: tables, one writing thread with group commit, migrations."""
