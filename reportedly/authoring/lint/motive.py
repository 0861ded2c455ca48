"""A motive is keyed as a fact, with nobody named who gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.linting.parts import Said, Subject
from reportedly.authoring.linting.wording import shown, unquoted
from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds import Short, TrueFalse

LOOKS_AT = "question"

_AIMS = (
    r"hide|conceal|distract|justify|divert|deflect|mislead|deceive|scare|frighten|intimidate|please"
    r"|silence|cover up|influence|manipulate|punish|embarrass|discredit|shame|exploit|blame|avoid"
    r"|win|gain|impress|protect|save face|play (?:it )?down|draw attention|take advantage|provoke"
    r"|stir|sway|pressure|put pressure|benefit|profit|make (?:\w+ ){1,3}look"
)
_MOTIVE = re.compile(
    rf"\b(?:in order to|so as to|(?:just |simply |mainly |only )?to (?:{_AIMS}))\b"
    r"|\b(?:because|since|as) (?:\w+ ){1,4}"
    r"(?:wanted|hoped|feared|meant|intended|wished|tried|sought|was afraid|were afraid|is afraid)\b"
    r"|\b(?:wanted|intended|meant|aimed|hoped|hoping|wished) to\b"
    r"|\b(?:deliberately|on purpose|intentionally|purposely)\b"
    r"|\b(?:the|its|their|his|her) (?:real |true |main |only )?(?:motive|aim|intention|purpose|goal"
    r"|reason) (?:is|was|for \w+ (?:is|was))\b"
    r"|\bfor (?:propaganda|political gain|publicity|revenge)\b|\bout of (?:fear|spite|revenge)\b",
    re.IGNORECASE,
)
# Asked why somebody did something, these answers are motives whatever they say.
_WHY = re.compile(
    r"\bwhy (?:did|does|do|has|have|had|was|were|is|are)\b(?!n['’]t)"
    r"|\bwhat (?:is|was) (?:the|its|their|his|her) (?:\w+ )?(?:motive|purpose|aim|intention)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"(?:to|because|in order|so that|so as)\b[^.;]*", re.IGNORECASE)
_SIGNS = (
    *("to ", "because", "since", "as ", "deliberately", "purpose", "intention", "motive", "aim"),
    *(
        "goal",
        "reason",
        "so that",
        "for propaganda",
        "for political",
        "for publicity",
        "revenge",
        "out of ",
    ),
)
"""What a motive cannot be told without."""
# With one of these, the answer says who sees it so, or that it is one reading among others.
_HELD_OPEN = re.compile(
    r"\b(?:says?|said|saying|according to|accord|claims?|claimed|argues?|argued|suggests?|suggested"
    r"|writes?|wrote|reports?|reported|told|tells?|believes?|thinks?|calls?|called|denies|denied"
    r"|announced|stated|states|explained|accuses?|accused|quotes?|quoted|sees?|view|opinion|charge"
    r"|(?-i:may)|might|could|can|possibly|perhaps|probably|likely|unclear|unknown|whether"
    r"|not|no|nobody|neither|cannot|never|nothing|open|several|more than one|one explanation"
    r"|inference|possible|if|promised|promises|asked|asks|called on|ordered|plans?|planned)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:facts?|stated|supported|true|certain|firm|well|agreed|confirmed|printed)\b",
    re.IGNORECASE,
)
_NOT_FIRM = re.compile(
    r"\b(?:not|un\w+|possible|inference|claims?|opinion|disputed|one|contradicted|open|less)\b",
    re.IGNORECASE,
)


def find(given: Subject) -> Iterator[Fault]:
    """Each right answer that takes a motive for granted."""
    for said in _keys(given):
        place, text, ask = said.place, said.text, said.question.ask
        asked = said.role != "ask" and _WHY.search(ask) and not _HELD_OPEN.search(ask)
        found = _MOTIVE.search(unquoted(text)) or (asked and _REASON.match(text))
        if found and not _HELD_OPEN.search(text):
            yield Fault(
                place,
                f"a motive is keyed as a fact: “{shown(found[0])}”",
                "name who gives this reason, or offer it as one explanation among others",
            )


def _keys(given: Subject) -> Iterator[Said]:
    """Everything that counts as right."""
    for said in given.texts_with(*_SIGNS):
        firm = bool(_FIRM.search(said.label)) and not _NOT_FIRM.search(said.label)
        accepted = (
            said.role == "typed" and "accept" in said.place and isinstance(said.question, Short)
        )
        if (
            said.role == "right"
            or firm
            or accepted
            or (
                said.role == "ask"
                and isinstance(said.question, TrueFalse)
                and said.question.answer == "true"
            )
        ):
            yield said
