"""Fields and small controls that every part of the window may use."""
