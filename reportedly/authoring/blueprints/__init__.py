"""One file a blueprint: what it asks, how its key is computed, and when it holds back.

A blueprint is a module of this folder with a `blueprint`; adding a file adds it.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from reportedly.authoring.drafting.draft import Blueprint


@cache
def blueprints() -> tuple[Blueprint, ...]:
    """All blueprints, by number."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    found: list[Blueprint] = [import_module(f"{__name__}.{name}").blueprint for name in names]
    return tuple(sorted(found, key=lambda blueprint: blueprint.number))
