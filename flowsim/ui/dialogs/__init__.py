"""What opens on top: the gallery of exercises."""
