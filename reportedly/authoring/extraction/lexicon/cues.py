"""Verbs and nouns that hand words to a speaker, what each tells, and how it may be built.

`takes` says what may follow: "clause" (said that ..., a quotation), "thing" (denied the charge),
"act" (promised to pay), "number" (put the toll at 40) or a preposition (warned of floods).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CueClass = Literal["neutral", "doubt", "insist", "denial", "confirm", "evaluative"]

VERSION = 1


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that reports, with what may follow it."""

    kind: CueClass
    takes: frozenset[str]


_GROUPS: tuple[tuple[CueClass, str, str], ...] = (
    ("neutral", "clause", "say add note explain write tweet blog message email text phone sign joke sigh grin"
     " fume rage storm thunder snap sneer moan sob weep laugh smile shrug mutter murmur plead beg gasp scream yell"
     " interject interrupt chip begin conclude recall remark reply respond answer observe"
     " reiterate continue comment testify mention joke shout cry yell whisper reason quip muse"
     " remind assure reassure inform notify confide divulge recount narrate relay blurt exclaim proclaim opine posit"
     " postulate surmise theorise theorize hypothesise hypothesize venture elaborate clarify specify stipulate attest"
     " certify concur intone mumble stammer stutter whimper wail howl bellow bark roar growl grumble groan hiss scoff"
     " sniff snort gloat brag gush enthuse marvel rant seethe jibe taunt tease smirk chuckle giggle croak drawl rasp"
     " volunteer chime riposte bemoan rue gripe grouse whine remonstrate demur echo figure imagine suppose presume intimate"
     " insinuate aver avow submit rule decree cable blurt yelp bleat crow fret warble holler"),
    ("neutral", "clause act of about", "tell"),
    ("neutral", "clause thing", "state report announce disclose publish reveal relate broadcast repeat"
     " outline underline underscore post"),
    ("neutral", "clause thing number at", "estimate predict forecast calculate project reckon"),
    ("neutral", "clause thing act", "declare propose proclaim"),
    ("neutral", "clause thing", "find"),
    ("neutral", "clause", "point"),
    ("neutral", "as", "refer"),
    ("neutral", "act", "refuse plan intend"),
    ("neutral", "clause", "conclude establish determine understand learn hear gather"),
    ("neutral", "clause thing-as", "suggest indicate imply hint show signal"),
    ("neutral", "of about", "speak talk"),
    ("neutral", "thing-as", "describe characterise characterize portray depict label brand call dub"),
    ("neutral", "on for", "call"),
    ("neutral", "clause", "ask guess swear read"),
    ("neutral", "clause thing", "assume calculate deduce"),
    ("neutral", "against", "advise"),
    ("neutral", "act", "urge ask order instruct advise request beg tell invite encourage implore exhort beseech"
     " entreat command"),
    ("neutral", "for", "ask plead beg lobby"),
    ("neutral", "for to", "appeal"),
    ("neutral", "thing to", "attribute ascribe liken"),
    ("neutral", "thing-as", "deem pronounce name identify cast"),
    ("evaluative", "thing for", "fault rap slate"),
    ("neutral", "clause thing", "remember recall"),
    ("neutral", "clause", "record notice realise realize"),
    ("neutral", "clause", "allow grant"),
    ("neutral", "act", "offer volunteer"),
    ("neutral", "number", "correct amend adjust update upgrade downgrade"),
    ("neutral", "clause thing number at", "anticipate foresee envisage"),
    ("neutral", "number at", "peg value assess quantify document"),
    ("neutral", "clause of about against that act", "warn caution"),
    ("neutral", "clause thing act", "demand recommend suggest"),
    ("neutral", "clause thing act", "promise pledge vow threaten swear guarantee"),
    ("neutral", "number", "put give count raise revise record register measure list number tally log"
     " cite lower place set maintain revise"),
    ("neutral", "clause act", "believe think hope expect fear suspect feel consider doubt assume worry"
     " know wonder want agree decide"),
    ("neutral", "thing act", "want"),
    ("neutral", "thing", "quote cite"),
    ("doubt", "clause thing act", "claim allege purport"),
    ("doubt", "clause of about", "boast"),
    ("doubt", "clause", "speculate"),
    ("neutral", "thing", "urge"),
    ("insist", "clause on", "insist maintain argue contend assert stress emphasise emphasize affirm"
     " counter retort"),
    ("denial", "clause thing", "deny dispute refute reject dismiss contest rebut contradict challenge rebuff repudiate"
     " discount downplay debunk disavow"),
    ("confirm", "clause thing to", "confirm acknowledge admit concede recognise recognize accept verify confess"
     " corroborate"),
    ("evaluative", "thing for", "blast rubbish ridicule mock rebuke castigate berate criticise criticize denounce praise welcome hail lament slam"
     " blast decry deplore lambast lambaste thank oppose back support applaud defend attack commend endorse salute"
     " congratulate savage chide scold censure deride belittle excoriate pillory laud extol regret bemoan"),
    ("doubt", "clause thing", "question"),
    ("evaluative", "clause of about", "complain protest object"),
    ("evaluative", "clause thing of", "accuse suspect"),
    ("evaluative", "thing for on", "blame"),
    ("evaluative", "clause for", "apologise apologize"),
)  # fmt: skip


def _verbs() -> dict[str, CueVerb]:
    out: dict[str, CueVerb] = {}
    for kind, takes, words in _GROUPS:
        for word in words.split():
            before = out.get(word)
            both = frozenset(takes.split()) | (before.takes if before else frozenset())
            out[word] = CueVerb(before.kind if before else kind, both)
    return out


VERBS = _verbs()

SPEECH = frozenset(
    "say add note explain write tweet recall remark reply respond answer state report announce claim"
    " insist argue maintain tell warn confirm deny declare continue joke reiterate stress contend"
    " assert acknowledge admit concede allege comment ask observe boast complain reveal post counter"
    " retort emphasise emphasize suggest predict quip shout cry yell whisper reason muse conclude"
    " read fume rage storm thunder snap sneer moan sob weep laugh smile shrug mutter murmur plead beg gasp scream"
    " interject interrupt begin sigh grin blog message text guess swear assume"
    " testify disclose affirm caution promise vow pledge demand call repeat mention believe think"
    " hope fear urge remind assure reassure inform notify confide divulge recount narrate relay blurt exclaim proclaim"
    " opine posit postulate surmise theorise theorize venture elaborate clarify specify attest concur intone mumble"
    " stammer stutter whimper wail howl bellow bark roar growl grumble groan hiss scoff sniff snort gloat brag gush"
    " volunteer retell enthuse marvel rant seethe jibe taunt tease smirk chuckle giggle croak drawl rasp chime riposte bemoan lament"
    " gripe grouse whine remonstrate demur echo suppose presume intimate aver avow submit rule estimate reckon forecast"
    " advise recommend propose protest object contest appeal confess yelp crow fret holler".split()
)
"""Verbs beside which a quotation belongs to their subject."""

CUE_NOUNS = frozenset(
    "theory idea message point claim statement report allegation accusation warning prediction estimate belief view argument"
    " assertion denial promise pledge threat announcement suggestion complaint confirmation"
    " admission conclusion assessment forecast contention insistence charge fear hope concern"
    " verdict finding testimony demand call assurance remark comment observation hint suspicion rumour rumor protest"
    " objection criticism rebuttal reply response answer reaction revelation disclosure declaration acknowledgement"
    " acknowledgment apology boast vow plea appeal request advice recommendation reminder proposal submission"
    " confidence certainty conviction optimism doubt scepticism skepticism worry alarm guarantee"
    " projection calculation prognosis explanation opinion judgment judgement ruling hypothesis account description guess".split()
)

NUMBER_NOUNS = frozenset(
    "figure estimate count toll tally number total assessment projection forecast version rate share percentage"
    " calculation".split()
)

INHERITS = frozenset("be have do".split())

DOCUMENTS = frozenset(
    "report document documents letter e-mail email poster posters diary notice statement survey study"
    " figures data records record memo list photo video footage post tweet reports poll map log"
    " message court ruling inquiry transcript leaflet article book file files test analysis examination scan results chart"
    " bulletin newsletter dossier filing affidavit indictment lawsuit petition minutes logbook invoice receipt circular"
    " advisory pamphlet brochure census readings audit review communique release blog editorial column database"
    " spreadsheet dashboard website recording tape screenshot text note paper draft summary briefing dispatch assessment"
    " timesheet rota roster payslip worksheet slide slides presentation manual handbook prospectus catalogue syllabus"
    " bill treaty agreement contract constitution charter clause decree directive regulation guideline guidance"
    " placard banner sign graffiti plaque inscription headline caption website app telegram fax"
    " note memoir biography manifesto pamphlet flyer poster sticker label petition motion resolution amendment"
    " communiqué writ warrant testimony deposition subpoena complaint judgment judgement verdict agenda itinerary"
    " return returns balance statistics statistic estimate projection simulation scan x-ray footage clip"
    " autopsy forecast index schedule timetable register readout ledger certificate".split()
)

FORMS: dict[str, str] = {}
"""Inflected form to lemma, for the engine without a language model."""


def _add_forms() -> None:
    irregular = {
        "said": "say", "says": "say", "told": "tell", "wrote": "write", "written": "write",
        "thought": "think", "felt": "feel", "knew": "know", "spoke": "speak", "spoken": "speak",
        "gave": "give", "given": "give", "put": "put", "puts": "put", "swore": "swear",
        "found": "find", "showed": "show", "shown": "show", "understood": "understand",
        "heard": "hear", "sought": "seek", "set": "set", "saying": "say", "putting": "put",
        "foresaw": "foresee", "foreseen": "foresee", "rued": "rue", "retold": "tell",
    }  # fmt: skip
    for verb in VERBS:
        stem = verb[:-1] if verb.endswith("e") else verb
        forms = {verb, stem + "ed", stem + "ing"}
        if verb.endswith("y") and verb[-2] not in "aeiou":
            forms |= {verb[:-1] + "ied", verb[:-1] + "ies"}
        elif verb.endswith(("s", "sh", "ch", "x")):
            forms.add(verb + "es")
        else:
            forms.add(verb + "s")
        if verb in (
            "admit",
            "log",
            "set",
            "put",
            "beg",
            "peg",
            "brag",
            "rebut",
            "chip",
            "submit",
            "demur",
            "rap",
        ):
            forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
        for form in forms:
            FORMS.setdefault(form, verb)
    FORMS.update(irregular)


_add_forms()
