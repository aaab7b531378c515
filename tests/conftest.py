"""How properties are tried: no deadline, because speed is measured by `make bench`, and the same examples on every
run of continuous integration, so that a red one there can be seen again at home."""

import os

from hypothesis import settings

settings.register_profile("flowsim", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("flowsim")
