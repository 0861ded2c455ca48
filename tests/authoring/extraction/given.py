"""To whom an article's words and silences are given, read by the parser."""

from tests.authoring.extraction.drafting import draft


def spoken(text: str, *, engine: str = "model") -> list[tuple[str, str]]:
    """The speakers' names, each with the words given to them, in the order of the article."""
    ledger = draft(text, engine=engine).ledger
    return [
        (ledger.speakers[claim.speaker].name, claim.says.strip(" .,"))
        for claim in ledger.claims
        if claim.letter == "A" and claim.speaker != "none" and claim.topic != "not-disclosed"
    ]


def gives(text: str, who: str, words: str) -> bool:
    """Whether the article gives these words to that speaker."""
    return any(who in name and words in said for name, said in spoken(text))


def figures(text: str) -> dict[int, str]:
    """Who gives each figure; "none" where the article itself does."""
    ledger = draft(text).ledger
    return {
        int(q.value): ledger.speakers[c.speaker].name if c.speaker != "none" else "none"
        for c in ledger.claims
        if c.letter == "A"
        for q in c.quantity
        if q.value is not None
    }
