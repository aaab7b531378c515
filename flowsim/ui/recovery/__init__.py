"""What keeps work from being lost: the open session on disk, files that others change, and the log of errors."""
