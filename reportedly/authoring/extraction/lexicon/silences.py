"""How articles tell that something was not said: patterns, most telling first.

A pattern that begins with WHO begins where its sentence does; the others may stand anywhere in it.
"""

from __future__ import annotations

WHO = r"(?P<who>[^.;:“”\"]{2,140}?)"
_NOT = r"(?:\s+(?:still\s+|so\s+far\s+|also\s+|again\s+|\w+ly\s+)?not|n[’']t|\s+never)"
_YET = r"(?:\s+(?:yet|immediately|still|so\s+far|publicly|itself|themselves|himself|herself|ever|also|\w+ly))*"
_SAY = (
    r"say|specify|disclose|reveal|give|name|elaborate|explain|identify|provide|release|publish|state|mention"
    r"|indicate|answer|detail|clarify|confirm|address|describe|list|expand|go\s+into|speculate|discuss|comment"
    r"|speak\s+to\s+(?:the\s+)?(?:media|press|reporters|journalists)"
)
_SAID = (
    r"said|given|named|disclosed|published|released|explained|specified|revealed|identified|provided|stated"
    r"|confirmed|mentioned|listed|commented|spoken\s+(?:in\s+public|publicly|about|to\s+(?:the\s+)?(?:media|press|reporters))"
)
_SPEAK = (
    r"comment|say|answer|discuss|speak|give|be\s+(?:named|identified|quoted|interviewed|drawn|specific)|talk|respond"
    r"|elaborate|name|provide|disclose|confirm|reveal|explain|identify|release|specify|state|take\s+(?:questions|calls)"
    r"|go\s+into|expand|publish|speculate|go\s+on\s+(?:the\s+)?record|share|make\s+(?:a|any)\s+(?:statement|comment)"
)
_ASKED = r"questions?|requests?|calls?|messages?|e-?mails?|letters?|enquir(?:y|ies)|inquir(?:y|ies)|texts?"
_HIDDEN = r"named|identified|disclosed|released|made\s+public|published|revealed|explained|given|announced|specified"
_REST = r"[^.;]*"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("unnamed", rf"{WHO},?(?:\s+who)?\s+(?:did{_NOT}\s+(?:want|wish)\s+(?:to\s+be\s+(?:named|identified|quoted)|to\s+give\s+(?:his|her|their)\s+(?:full\s+)?names?|(?:his|her|their)\s+names?\s+\w+)|(?:asked|wanted|wished|requested|preferred|insisted)\s+(?:not\s+to\s+be\s+(?:named|identified|quoted)|(?:to\s+remain|to\s+stay|for|on)\s+(?:anonymous|anonymity)|that\s+(?:his|her|their|its)\s+(?:\S+\s+)?(?:\S+\s+)?names?\b|for\s+(?:his|her|their)\s+names?\b))[^.;,]*"),
    ("unnamed", rf"{WHO},?(?:\s+who)?\s+(?:asked|begged|urged|told)\s+(?:us\s+|reporters\s+|the\s+\w+\s+)?not\s+to\s+(?:print|use|publish|give|reveal|name)\s+(?:his|her|their|them|him)\b[^.;,]*"),
    ("unnamed", r"(?P<anon>\bon\s+(?:the\s+)?condition\s+of\s+anonymity\b[^.;,]*|\b(?:spoke|speaking|talked)\s+anonymously\b|\b(?:cannot|can[’']t|could\s+not)\s+be\s+(?:named|identified)\b[^.;,]*"
     r"|\b(?:is|was|are|were)\s+not\s+(?:authori[sz]ed|allowed|permitted|cleared)\s+to\s+(?:speak|talk|comment|discuss)\b[^.;,]*|\bwhose\s+names?\s+(?:is|are|was|were|has|have)\s+(?:being\s+|been\s+)?withheld\b[^.;,]*|\bwithh(?:eld|olding)\s+(?:his|her|their)\s+names?\b[^.;,]*)"),
    ("no-reply", rf"{WHO},?\s+(?:could\s+not|couldn[’']t|cannot)\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?(?:reached|contacted|found|traced)\b(?:\s+for\s+(?:further\s+)?comment)?"),
    ("no-reply", rf"{WHO},?\s+(?:did|has|have|had|do|does){_NOT}{_YET}\s+(?:respond|replied|reply|responded|answer|answered|return|returned|comment|commented|call(?:ed)?\s+back|pick\s+up|picked\s+up|c[ao]me\s+to\s+the\s+(?:phone|door)|acknowledged?\s+(?:the|our|an?|several)\s+(?:{_ASKED}))\b{_REST}"),
    ("no-reply", r"(?P<calls>\b(?:(?:Repeated|Phone|Telephone|Several|Two|Three|A|An)\s+)?(?:phone\s+|telephone\s+|written\s+)?(?:[Cc]alls?|[Ee]-?mails?|[Mm]essages?|[Qq]uestions?|[Rr]equests?|[Ll]etters?|[Ee]nquir\w+|[Ii]nquir\w+|[Tt]exts?)\b[^.;]{0,100}?)\s+(?:(?:went|were|was|have\s+gone|had\s+gone|has\s+gone|remained?|have\s+been|had\s+been|has\s+been)\s+(?:un(?:answered|returned|acknowledged|successful|heeded)|not\s+(?:\w+\s+)?(?:answered|returned|acknowledged)|turned\s+down|declined|refused|ignored|rebuffed|to\s+voice-?mail|straight\s+to\s+voice-?mail|met\s+with\s+silence)|(?:rang\s+out|got|received|drew|brought|met\s+with)\s*(?:no\s+(?:reply|response|answer)|silence)?\b)"),
    ("no-reply", r"(?P<tries>(?:[Aa]ttempts?|[Ee]fforts?)\s+(?:by\s+[^.;]{2,40}?\s+)?to\s+(?:reach|contact|speak\s+to|trace|call)\s+[^.;]{2,80}?\s+(?:were|was|have\s+been|had\s+been|proved|failed|came\s+to)\b[^.;]*)"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+|is\s+|are\s+|was\s+|were\s+)?(?:also\s+|both\s+|again\s+|repeatedly\s+|\w+ly\s+)?(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s+(?:to\s+(?:\w+ly\s+)?(?:{_SPEAK})\b{_REST}|(?:all\s+|an?\s+|any\s+|several\s+|repeated\s+|our\s+)?(?:requests?|comment|interviews?|invitations?)\b{_REST}|and\s+(?:referred|hung)\b{_REST}|\s*$)"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+)?turned\s+down\s+(?:an?\s+|all\s+|our\s+|several\s+|repeated\s+)?(?:requests?|interviews?|invitations?)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:would|will)(?:\s+not|n[’']t|\s+neither)\s+(?:be\s+(?:drawn|making|giving|commenting|taking|answering)|{_SAY}|take\s+questions)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+did{_NOT}\s+(?:want|wish)\s+to\s+(?:{_SPEAK})\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+won[’']t\s+(?:be\s+(?:drawn|making|giving|commenting|taking|answering)|{_SAY})\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:was|were|is|are)\s+(?:unable|not\s+able|not\s+prepared|not\s+willing|unwilling|reluctant|not\s+in\s+a\s+position)\s+to\s+(?:{_SAY}|speak|talk)\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:had|has|have|made|offered|gave|issued|took|answered|takes|makes|accepted)\s+no\s+(?:immediate\s+|further\s+|public\s+|official\s+)?(?:comment|questions|statement|explanation|reply|response|answers?|calls|interviews)\b{_REST}"),
    ("no-comment", rf"{WHO}\s+said\s+(?:that\s+)?(?:it|he|she|they)\s+(?:does|do|did|would|could|was|were){_NOT}\s+(?:\w+ly\s+)?(?:talk|comment|discuss|speak|be\s+commenting|be\s+making|going\s+to\s+(?:comment|discuss|say))\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:said|had|have|has)\s+(?:that\s+)?(?:it|he|she|they)?\s*(?:had\s+|has\s+)?(?:no\s+(?:further\s+)?information|nothing\s+(?:further\s+|more\s+|else\s+)?to\s+(?:say|add))\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:referred|directed|redirected|passed|forwarded)\s+(?:all\s+|our\s+|the\s+|any\s+|further\s+)?(?:questions|queries|enquiries|inquiries|requests|reporters|calls|journalists)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+)?(?:ignored|dodged|sidestepped|side-stepped|evaded|avoided|deflected|brushed\s+(?:off|aside)|waved\s+away|parried|ducked)\s+(?:an?\s+|all\s+|the\s+|our\s+|any\s+|several\s+|repeated\s+|further\s+|shouted\s+|reporters[’']\s+)*(?:{_ASKED})\b{_REST}"),
    ("not-said", rf"{WHO}\s+(?:is|are|was|were)\s+(?:silent|vague)\s+(?:on|about|as)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:(?:has|have|had)\s+)?(?:kept|remained|remains|remain|stayed|stays|stay|been|is|are|was|were)\s+(?:\w+ly\s+)?(?:silent|tight-lipped|quiet|mum)\b(?!\s+(?:streets?|night|neighbou?rhood)){_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:(?:[^.;,]{0,40}?\s(?:before|and\s+then|by))?\s*h(?:ung|anging)\s+up|put\s+(?:the\s+phone\s+down|down\s+the\s+(?:phone|receiver))|slammed\s+the\s+(?:door|phone)|shook\s+(?:his|her|their)\s+heads?\s+when\s+asked|walked\s+(?:away|off|out|past)[^.;]{{0,40}}?\s+(?:when|without|after\s+being)|(?:left|departed|drove\s+off|hurried\s+(?:away|past|off))\b[^.;]{{0,60}}?\s+(?:without\s+(?:a\s+word|speaking|comment|commenting|answering|taking|talking|saying|responding|addressing)|when\s+asked))\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+)?(?:stopped\s+short\s+of|avoided|refrained\s+from)\s+(?:naming|saying|giving|confirming|identifying|commenting|specifying|disclosing|blaming|explaining)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:has|have|had)\s+yet\s+to\s+(?:{_SAY}|reply|respond|issue|set\s+out|make)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:did|has|have|had|does|do|could|can){_NOT}{_YET}\s+(?:{_SAY}|{_SAID}|set\s+out|break\s+down|say)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+cannot\s+(?:\w+ly\s+)?(?:{_SAY})\b{_REST}"),
    ("not-said", rf"Nor\s+(?:did|has|have|had|does|do|would|will|could)\s+(?P<nor>[^.;]{{2,60}}?)\s+(?:{_SAY}|{_SAID}|reply|respond|replied|responded)\b{_REST}"),
    ("not-said", rf"{WHO}{_YET}\s+(?:gave|give|given|provided|provides|offered|offers|released|published|contained|contains|contain|gives|made|makes|set|named|cited|included|includes)\s+no\s+(?:\w+\s+)?(?:details?|figures?|reasons?|explanation|evidence|names?|number|estimate|breakdown|cause|date|information|source|sources|total|toll|timetable|deadline|indication|mention|reference|casualties|casualty|suspects?|basis|proof|author|method)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:(?:has|have|had)\s+)?(?:said|says|say|gave|reveals?|revealed|disclosed|discloses?)\s+(?:almost\s+)?(?:nothing|little)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:(?:has|have|had|is|are)\s+)?(?:withheld|withholding|kept\s+back|omits|omitted|leaves\s+out|left\s+out|left\s+open)\s+(?:the\s+|its\s+|their\s+|any\s+|all\s+)?(?:\w+\s+)?(?:names?|details?|figures?|identit\w+|results?|how|who|what|why|whether|information|number)\b{_REST}"),
    ("not-said", r"(?P<without>\bwithout\s+(?:elaborating|giving|naming|specifying|saying|explaining|providing|identifying|offering|disclosing|citing|adding|confirming)\b[^.;,]*)"),
    ("no-reply", rf"(?<!\w)(?P<neither>[Nn]either(?:\s+[^.;]{{2,90}}?)?)\s+(?:would|had|has|have|did|could|was|were|responded|replied|returned|answered|commented|spoke|agreed|gave|offered|wanted)\b{_REST}"),
    ("no-reply", rf"{WHO},?\s+(?:(?:has|have|had)\s+(?:also\s+)?been|was|were)\s+(?:approached|contacted|asked)\s+(?:for\s+(?:a\s+)?(?:comment|response|statement|interview))\b{_REST}"),
    ("no-reply", rf"(?P<approach>\b(?:We|[A-Z][^.;,]{{2,40}}?)\s+(?:has|have)\s+(?:approached|contacted|asked)\s+(?P<asked>[^.;]{{2,60}}?)\s+for\s+(?:a\s+)?(?:comment|response|statement)\b{_REST})"),
    ("no-comment", rf"(?P<there>\bThere\s+(?:was|has\s+been|is|had\s+been)\s+(?:still\s+)?no\s+(?:\w+\s+){{0,2}}?(?:comment|response|reply|answer|word|statement|explanation|reaction)\b{_REST})"),
    ("unchecked", r"(?P<none>\bNone\s+of\s+[^.;]{2,60}?\s+(?:could|can|has|have)\s+(?:be|been)\s+(?:\w+ly\s+)?(?:verified|confirmed|checked|proved|proven)\b[^.;]*)"),
    ("unchecked", r"(?P<check>[^.;:“”\"]{2,120}?\s+(?:could\s+not|cannot|has\s+not|have\s+not|had\s+not|was\s+not|were\s+not|is\s+not|are\s+not|unable\s+to|no\s+way\s+to|(?:was|is)\s+not\s+possible\s+to|not\s+been\s+able\s+to)\s+(?:immediately\s+|yet\s+|able\s+to\s+|possible\s+to\s+)?(?:be\s+|been\s+)?(?:\w+ly\s+)?(?:verif\w+|confirmed|checked|verify|check|confirm|corroborate\w*)\b[^.;]*)"),
    ("unknown", r"(?P<unclear>(?:It|What|How|Why|Whether|Who|Where|When|The\s+\w+|There)\b[^.;]{0,100}?\s+(?:(?:is|was|remains?|remained)\s+(?:still\s+|not\s+(?:immediately\s+|yet\s+)?|un)(?:clear|known|certain)|unclear|unknown|not\s+known|is\s+no\s+word|was\s+no\s+word)\b[^.;]*)"),
    ("unknown", rf"(?P<hidden>[^.;:“”\"]{{2,120}}?\s+(?:(?:has|have|had)\s+(?:still\s+|so\s+far\s+)?(?:not|never)(?:\s+yet)?\s+been|(?:was|were|is|are)\s+(?:still\s+|being\s+)?(?:not|never))\s+(?:\w+ly\s+)?(?:{_HIDDEN})\b[^.;]*)"),
    ("unknown", r"(?P<kept>[^.;:“”\"]{0,60}?\b(?:names?|identit(?:y|ies)|details?|figures?|results?|terms|contents?)\b[^.;:“”\"]{0,60}?\s+(?:is|are|was|were|has|have)\s+(?:being\s+|been\s+)?(?:withheld|kept\s+(?:secret|back|confidential)|under\s+wraps)\b[^.;]*)"),
    ("unknown", r"(?P<nobody>(?:No\s+(?:one|group|cause|explanation|reason|date|figures?|details?|names?|official\s+\w+|\w+)|Nobody)\s+[^.;]{0,40}?\b(?:has|had|have|was|were|claimed|is)\b[^.;]{0,20}?\s?\b(?:claimed|given|been\s+given|published|released|offered|disclosed|named|announced|explained|provided|immediate|identified|available)\b[^.;]*)"),
    ("unknown", r"(?P<noone>(?:No\s+one|Nobody)\b[^.;]{0,60}?\s(?:(?:can|could|would|will|is\s+able\s+to|was\s+able\s+to|knows?|knew)\b(?:\s+(?:yet|for\s+certain))?\s*(?:say|tell|explain|confirm|comment|answer|how|who|what|why|where|whether)\b|answered\b|picked\s+up\b|(?:was|were)\s+available\b)[^.;]*)"),
    ("unknown", rf"{WHO}\s+(?:was|were|is|are)\s+(?:not|un)\s*(?:immediately\s+)?(?:available|reachable|contactable)\b{_REST}"),
)  # fmt: skip
"""What kind of silence, and how it is told."""

QUOTED = (
    r"[“\"'‘]\s*(?:No\s+comment\b|(?:I|We)\s*(?:have|[’']ve(?:\s+got)?)?\s*(?:(?:can|could|will|would|do|did|am|are)(?:\s+not|n[’']t)|cannot|can[’']t|won[’']t|[’']m\s+not|[’']re\s+not"
    r"|(?:would|[’']d)\s+rather\s+not|nothing|never)\s+(?:\w+\s+){0,3}?(?:comment|say|discuss|talk|answer|speak|go\s+into|get\s+into|speculate|add|be\s+drawn)\b)"
)
"""A refusal in the speaker's own words."""
