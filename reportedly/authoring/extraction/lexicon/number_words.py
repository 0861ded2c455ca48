"""Number words, magnitudes, currencies and the words that bound a number."""

from __future__ import annotations

from reportedly.story.ledger import Qualifier

SMALL = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split(),
        start=1,
    )
}

TENS = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "crore": 10_000_000,
    "lakh": 100_000,
}

CURRENCIES = {
    "$": "dollars",
    "US$": "US dollars",
    "USD": "US dollars",
    "A$": "Australian dollars",
    "C$": "Canadian dollars",
    "HK$": "Hong Kong dollars",
    "NZ$": "New Zealand dollars",
    "€": "euros",
    "EUR": "euros",
    "£": "pounds",
    "GBP": "pounds",
    "¥": "yuan or yen",
    "₹": "rupees",
    "RS": "rupees",
    "RS.": "rupees",
    "R$": "reais",
    "CHF": "francs",
    "₩": "won",
    "₽": "roubles",
}

COINS = frozenset(
    "dollars euros pounds yuan rupees pesos yen roubles rubles francs kronor kroner crowns rand reais won florins"
    " marks talers ducats shillings lira liras dinars drachmas guilders zloty zlotys forints baht dong ringgit shekels"
    " rials riyals dirhams hryvnia hryvnias lei leva lari tenge soms naira cedis birr kwacha rupiah escudos pesetas"
    " cents pence".split()
)
"""Money, where a word and no sign says so."""

VAGUE = (
    "hundreds of thousands",
    "tens of thousands",
    "tens of millions",
    "hundreds of millions",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "several hundred",
    "several thousand",
    "several dozen",
    "a few hundred",
    "a few thousand",
    "a few dozen",
    "a handful",
    "several",
)
"""Amounts that name no number."""

QUALIFIERS_BEFORE: dict[str, Qualifier] = {
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "not fewer than": "at least",
    "not less than": "at least",
    "a minimum of": "at least",
    "minimum of": "at least",
    "more than": "more than",
    "over": "more than",
    "above": "more than",
    "upwards of": "more than",
    "in excess of": "more than",
    "exceeded": "more than",
    "exceeding": "more than",
    "exceeds": "more than",
    "just over": "more than",
    "well over": "more than",
    "just above": "more than",
    "slightly more than": "more than",
    "a little more than": "more than",
    "a little over": "more than",
    "up to": "up to",
    "as many as": "up to",
    "as much as": "up to",
    "at most": "up to",
    "at the most": "up to",
    "no more than": "up to",
    "not more than": "up to",
    "a maximum of": "up to",
    "maximum of": "up to",
    "under": "up to",
    "below": "up to",
    "just under": "up to",
    "fewer than": "up to",
    "less than": "up to",
    "about": "about",
    "around": "about",
    "some": "about",
    "roughly": "about",
    "approximately": "about",
    "circa": "about",
    "an estimated": "about",
    "estimated": "about",
    "nearly": "about",
    "almost": "about",
    "close to": "about",
    "in the region of": "about",
    "or about": "about",
    "perhaps": "about",
    "maybe": "about",
    "exactly": "exactly",
    "precisely": "exactly",
    "at about": "about",
    "at around": "about",
    "at over": "more than",
    "at more than": "more than",
    "at least another": "at least",
}

QUALIFIERS_AFTER: dict[str, Qualifier] = {
    "or more": "at least",
    "at least": "at least",
    "or so": "about",
    "or thereabouts": "about",
    "or fewer": "up to",
    "or less": "up to",
    "at most": "up to",
    "at the most": "up to",
}
