"""Fields and small controls that every part of the window may use, one a file.

All fields of a form speak alike. Each has `asked` (the value a person wants), `complained` (what is allowed, where
something else was typed), `show_value` and `set_theme`; whoever listens sets the value, a field never changes anything
itself.
"""
