"""State → draft → html → PDF and other formats. Knows no sockets."""
