"""`accord rehearse`: a workshop plays itself through the public doors, from a file like those in canvases/examples/."""

from accord.rehearse.command import main

__all__ = ["main"]
