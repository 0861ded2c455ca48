"""Hedges, loaded labels and words for silence."""

from __future__ import annotations

HEDGES = (
    "reportedly", "allegedly", "apparently", "supposedly", "purportedly", "possibly", "probably",
    "perhaps", "presumably", "likely", "unlikely", "may have", "might have", "could have", "appeared to",
    "appears to", "appear to", "seemed to", "seems to", "seem to", "is believed to", "are believed to",
    "was believed to", "were believed to", "is thought to", "are thought to", "was thought to",
    "were thought to", "is said to", "are said to", "was said to", "were said to", "is understood to",
    "are understood to", "is alleged to", "are alleged to", "was alleged to", "is reported to",
    "are reported to", "was reported to", "were reported to", "is feared", "are feared", "were feared",
    "so-called", "alleged", "suspected", "suggested", "suggests", "suggest", "what was described as",
    "what looked like", "what appeared to be", "unconfirmed", "preliminary", "provisional", "estimated",
    "potentially", "seemingly", "in some cases", "generally", "up to", "at least", "about", "around",
    "more than", "nearly", "almost", "some",
)  # fmt: skip
"""Wordings that limit certainty; the longest that fits is taken."""

NUMBER_HEDGES = frozenset(
    ("up to", "at least", "about", "around", "more than", "nearly", "almost", "some")
)
"""Those that count as hedges only before a number."""

AGENTLESS = (
    r"(?:is|are|was|were|been)\s+(?:widely\s+)?(?:believed|thought|said|understood|alleged|reported|feared|assumed"
    r"|presumed|estimated|rumou?red|expected|known)(?:\s+to\b|\s+that\b|\s+at\b)?"
)
"""Passives that name nobody."""

LABELS = (
    "terrorist", "terrorists", "terrorism", "terror", "extremist", "extremists", "militant", "militants",
    "thug", "thugs", "gang", "regime", "rioter", "rioters", "mob", "hooligans", "radical", "radicals",
    "jihadist", "jihadists", "separatist", "separatists", "insurgent", "insurgents", "rebel", "rebels",
    "martyr", "martyrs", "massacre", "genocide", "cover-up", "scandal", "puppet", "junta", "criminals",
    "bandits", "freedom fighters", "traitor", "traitors", "propaganda", "illegals", "scabs",
    "troublemakers", "vandals", "agitators", "saboteurs", "collaborators", "cowards", "butchers",
    "fascist", "fascists", "anarchists", "looters", "provocateurs", "grumblers",
)  # fmt: skip
"""Words that judge the people or the event they name."""
