"""Fields and small controls that every part of the window may use, one a file.

All form fields have the same interface: the signals `asked` (the value the user wants) and `complained` (what is
allowed, after other input), and the methods `show_value` and `set_theme`. A field never changes a setting itself: the
receiver of `asked` does, and calls `show_value` with the result.
"""
