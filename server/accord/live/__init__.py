"""Rooms in memory: one queue and one consumer a workshop, peers, outboxes. Knows no HTTP."""
