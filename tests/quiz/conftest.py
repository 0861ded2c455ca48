"""How random examples are tried here."""

from hypothesis import settings

# No deadline: on a busy machine a single example may take long for reasons of its own.
settings.register_profile("quiz", deadline=None)
settings.load_profile("quiz")
