"""The window, its pages, its menus, and what they ask for."""
