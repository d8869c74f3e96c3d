"""What each event does to the state: one function an event."""
