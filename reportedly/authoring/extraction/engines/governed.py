"""What follows a verb that takes no clause: things denied, acts promised, numbers given."""

from __future__ import annotations

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.numbered import number_pieces
from reportedly.authoring.extraction.engines.passives import passive_pieces
from reportedly.authoring.extraction.engines.pieces import clean, with_quotes
from reportedly.authoring.extraction.engines.reach import end_of, has_digit, is_human
from reportedly.authoring.extraction.engines.speakers import Speaker
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.counting import PEOPLE
from reportedly.authoring.extraction.lexicon.cues import CUE_NOUNS, DOCUMENTS, CueVerb
from reportedly.authoring.extraction.lexicon.roles import PERSON_WORDS
from reportedly.authoring.extraction.quotes import Quote

_PREPOSITIONS = {
    "of": "of", "about": "about", "against": "against", "for": "for", "on": "on", "to": "to",
    "at": "at", "over": "about", "as": "as",
}  # fmt: skip


def thing_pieces(
    t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker, quoted: tuple[Quote, ...]
) -> tuple[Span, ...]:
    """What follows a verb that takes no clause: "denied the charge", "put the toll at 40"."""
    if speaker.passive:
        return passive_pieces(t, verb, lemma, cue, speaker)
    if speaker.word is None and not speaker.span:
        return ()
    made = _governed(t, verb, lemma, cue, speaker)
    if not made:
        return ()
    return clean(t, with_quotes(t, verb, list(made), quoted))


def _governed(t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker) -> tuple[Span, ...]:
    thing = t.child(verb, "dobj", "attr", "oprd")
    act = t.child(verb, "xcomp")
    if "act" in cue.takes and act is not None and act > verb and t.tags[act] in ("VB", "VBN", "JJ"):
        if t.lemmas[act] in ("name", "identify", "remain"):
            return ()
        if lemma == "refuse" and t.lemmas[act] in _SILENT:
            return ()
        start = thing if thing is not None and verb < thing < act else act
        last = max(t.right[act], end_of(t, verb, act))
        while last < t.right[verb] and t.tags[last + 1] in (
            "VBN",
            "JJ",
            "RB",
            "IN",
            "RP",
            "NN",
            "NNS",
            "DT",
            "NNP",
        ):
            # "to keep windows closed through Monday", "to say no unless it is dropped"
            clause = t.heads[last + 1] if t.deps[last + 1] in ("mark", "advmod") else last + 1
            last = max(last + 1, t.right[clause] if clause > last and clause != verb else last + 1)
        return clean(t, [t.span(t.left[start], last)])
    helped = act is not None and any(
        t.tags[c] == "VBG" for c in t.all_children(act, "aux", "auxpass")
    )
    if act is not None and act > verb and (t.tags[act] == "VBG" or helped) and "thing" in cue.takes:
        # "denied taking it", "denied having taken it"
        return clean(t, [t.span(t.left[act], t.right[act])])
    wish = t.child(verb, "advcl", "ccomp")
    if "for" in cue.takes and wish is not None and wish > verb and _is_to_do(t, wish):
        mark = t.child(wish, "mark")
        if mark is not None and t.words[mark].lower() == "for":  # "called for the mayor to resign"
            return clean(t, [t.span(mark, t.right[wish])])
    for prep in t.all_children(verb, "prep", "agent", "prt"):
        name = _PREPOSITIONS.get(t.words[prep].lower())
        if name is None or prep < verb or name not in cue.takes:
            continue
        if lemma == "call" and name == "on":
            return clean(t, [t.span(prep + 1, end_of(t, verb, prep))])
        start = t.left[thing] if thing is not None and thing < prep else prep
        if lemma == "refer":
            start = verb + 1
        if lemma in ("tell", "warn", "accuse", "suspect", "blame", "criticise", "criticize", "praise",
                     "condemn") and thing is not None:  # fmt: skip
            start = t.left[thing] if lemma not in ("tell", "warn") else prep
        return clean(t, [t.span(start, end_of(t, verb, prep))])
    if "number" in cue.takes and "thing" not in cue.takes:
        return number_pieces(t, verb, thing, written=not is_human(t, speaker))
    if thing is None or thing < verb:
        named = t.child(verb, "oprd")
        what = thing is not None and t.words[thing].lower() == "what"
        relative = (what or t.deps[verb] in ("relcl", "acl")) and t.child(verb, "nsubj") is not None
        if (
            t.deps[verb] in ("relcl", "acl")
            and verb + 1 < len(t.words)
            and t.words[verb + 1].lower() == "as"
        ):
            if "thing-as" in cue.takes and as_what_of(t, verb) is None:
                stop = t.text.find(",", t.end(verb), t.sentences[t.sentence[verb]][1])
                end = stop if stop > 0 else t.sentences[t.sentence[verb]][1]
                return clean(t, [(t.starts[verb + 1], end)])
        if "thing-as" in cue.takes and relative and named is not None and named > verb:
            return clean(
                t, [t.span(t.left[named], t.right[named])]
            )  # "which the firm called untrue"
        as_what = as_what_of(t, verb)
        if t.deps[verb] == "relcl" and as_what is not None and as_what > verb:
            return clean(t, [t.span(as_what, end_of(t, verb, as_what))])
        if "thing" in cue.takes and t.deps[verb] == "relcl" and t.child(verb, "nsubj") is not None:
            # "a charge Beijing denies": what is denied stands before
            head = t.heads[verb]
            if head < verb:
                return clean(t, [t.span(t.left[head], max(head, t.left[verb] - 1))])
        return ()
    numbered = has_digit(t, thing) or any(
        has_digit(t, c) for c in t.all_children(verb, "prep", "dative") if c > thing
    )
    if lemma in ("show", "give", "find", "record") and not is_human(t, speaker) and numbered:
        ends = [t.right[c] for c in t.all_children(verb, "dobj", "prep", "dative", "conj", "oprd", "ccomp")
                if not (t.is_verb(c) and t.child(c, "nsubj") is not None)]  # fmt: skip
        return clean(t, [t.span(t.left[thing], max([t.right[thing], *ends]))])
    none = t.words[t.left[thing]].lower() == "no"  # "the log shows no entry in her name"
    if lemma == "show" and not is_human(t, speaker) and (none or t.child(thing, "acl") is not None):
        return clean(t, [t.span(t.left[thing], t.right[thing])])
    if lemma == "call" and t.words[thing].lower() in ("itself", "themselves", "himself", "herself"):
        return ()
    if "thing-as" in cue.takes and "thing" not in cue.takes:
        if (
            t.child(verb, "oprd") is None
            and not any(t.words[c].lower() == "as" for c in t.all_children(verb, "prep"))
            and lemma not in ("call", "brand", "dub", "label")
        ):
            human = is_human(t, speaker)
            if (
                not (lemma in ("suggest", "indicate", "signal") and not human)
                and lemma != "describe"
            ):
                return ()
        last = end_of(t, verb, thing)
        so = t.child(verb, "advcl")
        if so == last + 1 or (so is not None and t.left[so] == last + 1):
            last = t.right[so]  # "a vessel so crowded that people slept on the stairs"
        return clean(t, [t.span(t.left[thing], last)])
    if "thing" in cue.takes:
        if t.words[thing].lower() in ("nothing", "something", "anything"):
            return ()
        if lemma == "recall" and not any(t.is_verb(w) for w in range(thing, t.right[thing] + 1)):
            return ()  # "recalled the ambassador", "recalled 300 buses"
        if lemma == "claim" and not (numbered or t.lemmas[thing] in _CLAIMED):
            return ()  # "claimed the portfolio"
        if lemma in ("accuse", "suspect", "blame"):
            of = next((w for w in range(thing, min(thing + 9, len(t.words))) if t.words[w] in ("of", "for")
                       and t.sentence[w] == t.sentence[verb]), None)  # fmt: skip
            if of is not None and t.right[of] > thing:
                return clean(t, [t.span(t.left[thing], t.right[of])])
        if lemma == "admit" and (has_digit(t, thing) or t.lemmas[thing] in PERSON_WORDS | PEOPLE):
            return ()  # "the hospital admitted 23 people"
        if lemma in ("report", "post", "publish", "repeat", "relate", "broadcast", "back", "support",
                     "oppose", "attack", "hear", "reveal", "challenge", "cite", "quote", "suspect", "calculate", "find",
                     "establish", "offer") and not has_digit(t, thing):  # fmt: skip
            if not (
                (lemma == "repeat" and t.lemmas[thing] in CUE_NOUNS)
                or (lemma in ("oppose", "support", "suspect") and is_human(t, speaker))
                or (lemma == "find" and not is_human(t, speaker))
                or (lemma == "offer" and numbered)
                or (lemma == "report" and _reports(t, verb, thing))
            ):
                return ()
        if lemma in ("find", "establish", "hear", "learn") and not _is_finding(t, speaker):
            return ()
        last = end_of(t, verb, thing)
        if (
            t.lemmas[thing] in CUE_NOUNS
            and t.words[min(t.right[thing] + 1, len(t.words) - 1)] == "for"
        ):
            last = max(last, t.right[verb])
        act = t.child(verb, "advcl", "xcomp")
        if act is not None and t.left[act] == last + 1 and t.words[last + 1].lower() == "to":
            last = t.right[act]  # "repeated her call for the plant to be closed"
        return clean(t, [t.span(t.left[thing], last)])
    if "number" in cue.takes:
        return number_pieces(t, verb, thing, written=not is_human(t, speaker))
    return ()


def as_what_of(t: Tree, verb: int) -> int | None:
    """The "as" of "describe as", "dismiss as"."""
    return next((c for c in t.all_children(verb, "prep") if t.words[c].lower() == "as"), None)


def _is_to_do(t: Tree, word: int) -> bool:
    """As in "for it to end", "for it to be ended"."""
    helped = any(t.words[c].lower() == "to" for c in t.all_children(word, "aux"))
    return t.tags[word] == "VB" or (t.tags[word] == "VBN" and helped)


_SILENT = frozenset(
    "comment say answer discuss speak give talk respond elaborate name provide disclose reveal".split()
)


def _reports(t: Tree, verb: int, thing: int) -> bool:
    """As in "observers reported delays", but not "he reported the theft to the police"."""
    to_whom = any(t.words[c].lower() == "to" for c in t.all_children(verb, "prep", "dative"))
    none = t.words[t.left[thing]].lower() == "no"
    return (
        not to_whom
        and not none
        and (t.tags[thing] == "NNS" or t.text[t.starts[t.left[thing]] - 1] in "“\"‘'")
    )


_CLAIMED = frozenset(
    "responsibility credit victory fraud success innocence immunity ignorance win abuse discrimination harassment"
    " negligence misconduct interference bias irregularity damage majority support".split()
)
_FINDERS = frozenset(
    "inquiry court jury judge panel commission committee tribunal inspector inspection audit researcher scientist"
    " auditor investigator analyst pollster statistician coroner regulator watchdog ombudsman".split()
)


def _is_finding(t: Tree, speaker: Speaker) -> bool:
    """Whether whoever finds something states it, as a report or a court does, and does not dig it up."""
    return speaker.word is not None and (
        t.lemmas[speaker.word] in DOCUMENTS | _FINDERS
        or t.words[speaker.word].lower() in ("they", "it")
    )
