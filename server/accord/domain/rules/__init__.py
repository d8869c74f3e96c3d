"""Every rule of the workshop: one function a command."""
