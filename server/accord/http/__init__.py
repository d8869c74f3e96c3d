"""The edges: sockets, joining, pages, downloads."""
