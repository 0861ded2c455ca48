"""Whom a text names: from a phrase to a name, a kind and the one it stands for."""
