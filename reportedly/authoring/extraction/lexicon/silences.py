"""How articles tell that something was not said: patterns, most telling first.

A pattern that begins with WHO begins where its sentence does; the others may stand anywhere in it.
"""

from __future__ import annotations

WHO = r"(?P<who>[^.;:“”\"]{2,220}?)"
_NOT = r"(?:\s+(?:still\s+|so\s+far\s+|also\s+|again\s+|\w+ly\s+)?not|n[’']t|\s+never)"
_YET = r"(?:\s+(?:yet|immediately|still|so\s+far|publicly|itself|themselves|himself|herself|ever|also|\w+ly))*"
_SAY = (
    r"say|tell\s+(?:us|me|reporters|journalists|this\s+\w+|the\s+[A-Z]\w+)|specify|disclose|reveal|give|name|elaborate|explain|identify|provide|release|publish|state|mention"
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
    ("unnamed", rf"{WHO},?(?:\s+who)?\s+(?:(?:gave|would\s+give|offered|provided|giving)\s+(?:only\s+(?:his|her|their|a)\s+(?:\w+\s+)?names?\s+as|(?:his|her|their|a)\s+(?:\w+\s+)?names?\s+(?:only|just|simply)\s+as)\b|(?:gave|would\s+give|giving)\s+only\s+(?:his|her|their|a)\s+\w+\s*names?\b|(?:asked|wanted|requested|insisted)\s+that\s+only\s+(?:his|her|their)\b|(?:wanted|asked|wished)\s+to\s+be\s+(?:known|identified|named|called|quoted)\s+only\b|(?:requested|demanded|sought|(?:was|were|is|are)?\s*(?:granted|given|promised|offered))\s+anonymity\b)[^.;,]*"),
    ("no-comment", r"(?P<nonewould>\b[Nn]one\s+(?:would|wanted|wished|agreed|was\s+willing|were\s+willing|could)\s+(?:to\s+)?(?:be\s+(?:named|identified|quoted|interviewed)|speak|comment|say|talk|explain|confirm)\b[^.;]*)"),
    ("not-said", r"(?P<nothing>\b[Nn]othing\s+(?:was|is|has\s+been|had\s+been|more\s+was)\s+(?:\w+ly\s+)?(?:said|disclosed|revealed|known|published|released|announced|made\s+public)\b[^.;]*)"),
    ("no-reply", r"(?P<phone>\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he)\s+(?:\w+\s+){0,2}?(?:mobiles?|(?:tele)?phones?|lines?|numbers?)\s+(?:(?:was|were|had\s+been|has\s+been|is|are)\s+(?:switched\s+off|turned\s+off|disconnected|not\s+answered)|rang\s+out|went\s+(?:unanswered|(?:straight\s+)?to\s+voice-?mail))[^.;]*)"),
    ("unchecked", rf"{WHO}\s+(?:could\s+not|was\s+(?:not\s+able|unable)\s+to|were\s+(?:not\s+able|unable)\s+to|has\s+not\s+been\s+able\s+to|have\s+not\s+been\s+able\s+to|cannot|had\s+no\s+way\s+to)\s+(?:\w+ly\s+)?(?:verify|confirm|check|corroborate)\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:kept|keeps|keep|have\s+kept|has\s+kept|held)\s+(?:his|her|their|its)\s+(?:(?:own\s+)?counsel|silence|tongues?|peace|mouths?\s+shut)\b{_REST}"),
    ("no-comment", rf"{WHO}\s+said\s+(?:that\s+)?(?:it|he|she|they)\s+(?:would|will)\s+(?:take|answer|accept|give|make)\s+no\s+(?:\w+\s+)?(?:questions?|comment|calls|statement|interviews?)\b{_REST}"),
    ("not-said", rf"{WHO}\s+(?:has\s+|have\s+|had\s+)?stopped\s+(?:publishing|releasing|giving|issuing|answering|updating|taking|reporting|disclosing)\b{_REST}"),
    ("not-said", rf"{WHO}\s+(?:carried|contained|contains|included|mentioned|mentions|showed|had|has|made\s+public|released|published)\s+(?:nothing|no\s+mention)\s+(?:about|on|of|to\s+say)\b{_REST}"),
    ("not-said", rf"{WHO}\s+(?:has|have|had)\s+(?:so\s+far\s+)?(?:released|disclosed|revealed|given|offered|shared|published|said|told)\s+(?:very\s+)?(?:little|nothing)\b{_REST}"),
    ("unnamed", rf"{WHO},?(?:\s+who)?\s+(?:did{_NOT}\s+(?:want|wish)\s+(?:to\s+be\s+(?:named|identified|quoted)|to\s+give\s+(?:his|her|their)\s+(?:full\s+)?names?|(?:his|her|their)\s+names?\s+\w+)|(?:asked|asking|wanted|wanting|wished|wishing|requested|requesting|preferred|preferring|insisted|insisting)\s+(?:not\s+to\s+be\s+(?:named|identified|quoted)|(?:to\s+remain|to\s+stay|for|on)\s+(?:anonymous|anonymity)|that\s+(?:his|her|their|its)\s+(?:\S+\s+)?(?:\S+\s+)?names?\b|for\s+(?:his|her|their)\s+names?\b))[^.;,]*"),
    ("unnamed", rf"{WHO},?(?:\s+who)?\s+(?:asked|begged|urged|told)\s+(?:us\s+|reporters\s+|the\s+\w+\s+)?not\s+to\s+(?:print|use|publish|give|reveal|name)\s+(?:his|her|their|them|him)\b[^.;,]*"),
    ("unnamed", r"(?P<anon>\bon\s+(?:the\s+)?condition\s+(?:of\s+anonymity|that\s+(?:he|she|they|it|(?:his|her|their)\s+\w+)\s+(?:not|remain|stay|be\s+withheld|would\s+not))\b[^.;,]*|\b(?:spoke|speaking|talked)\s+anonymously\b|\b(?:cannot|can[’']t|could\s+not)\s+be\s+(?:named|identified)\b[^.;,]*"
     r"|\b(?:is|was|are|were)\s+not\s+(?:authori[sz]ed|allowed|permitted|cleared)\s+to\s+(?:speak|talk|comment|discuss)\b[^.;,]*|\bwhose\s+names?\s+(?:is|are|was|were|has|have)\s+(?:being\s+|been\s+)?withheld\b[^.;,]*|\bwithh(?:eld|olding)\s+(?:his|her|their)\s+names?\b[^.;,]*)"),
    ("no-reply", rf"{WHO},?\s+(?:could\s+not|couldn[’']t|cannot)\s+(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?(?:reached|contacted|found|traced)\b(?:\s+for\s+(?:further\s+)?comment)?"),
    ("no-reply", rf"{WHO},?\s+(?:did|has|have|had|do|does){_NOT}{_YET}\s+(?:respond|replied|reply|responded|answer|answered|return|returned|comment|commented|call(?:ed)?\s+back|pick\s+up|picked\s+up|c[ao]me\s+to\s+the\s+(?:phone|door)|acknowledged?\s+(?:receiving|receipt|(?:the|our|an?|several)\s+(?:{_ASKED})))\b{_REST}"),
    ("no-reply", r"(?P<calls>\b(?:(?:Repeated|Phone|Telephone|Several|Two|Three|A|An)\s+)?(?:phone\s+|telephone\s+|written\s+)?(?:[Cc]alls?|[Ee]-?mails?|[Mm]essages?|[Qq]uestions?|[Rr]equests?|[Ll]etters?|[Ee]nquir\w+|[Ii]nquir\w+|[Tt]exts?)\b[^.;]{0,100}?)\s+(?:(?:went|were|was|have\s+gone|had\s+gone|has\s+gone|remained?|have\s+been|had\s+been|has\s+been)\s+(?:un(?:answered|returned|acknowledged|successful|heeded)|not\s+(?:\w+\s+)?(?:answered|returned|acknowledged)|turned\s+down|declined|refused|ignored|rebuffed|to\s+voice-?mail|straight\s+to\s+voice-?mail|met\s+with\s+silence)|(?:rang\s+out|(?:got|received|drew|brought|met\s+with)\s*(?:no\s+(?:reply|response|answer)|silence))\b)"),
    ("no-reply", r"(?P<tries>(?:[Aa]ttempts?|[Ee]fforts?)\s+(?:by\s+[^.;]{2,40}?\s+)?to\s+(?:reach|contact|speak\s+to|trace|call)\s+[^.;]{2,80}?\s+(?:were|was|have\s+been|had\s+been|proved|failed|came\s+to)\b[^.;]*)"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+|is\s+|are\s+|was\s+|were\s+)?(?:also\s+|both\s+|again\s+|repeatedly\s+|\w+ly\s+)?(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s+(?:to\s+(?:\w+ly\s+)?(?:{_SPEAK})\b{_REST}|(?:all\s+|an?\s+|any\s+|several\s+|repeated\s+|our\s+)?(?:requests?|comment|interviews?|invitations?)\b{_REST}|and\s+(?:referred|hung)\b{_REST}|\s*$)"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+)?turned\s+down\s+(?:an?\s+|all\s+|our\s+|several\s+|repeated\s+)?(?:requests?|interviews?|invitations?)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:would|will)(?:\s+not|n[’']t|\s+neither)\s+(?:be\s+(?:drawn|making|giving|commenting|taking|answering)|{_SAY}|(?:take|accept|answer|return)\s+(?:\w+\s+)?(?:questions|calls|messages))\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+did{_NOT}\s+(?:want|wish)\s+to\s+(?:{_SPEAK})\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+won[’']t\s+(?:be\s+(?:drawn|making|giving|commenting|taking|answering)|{_SAY})\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:was|were|is|are)\s+(?:unable|not\s+able|not\s+prepared|not\s+willing|unwilling|reluctant|not\s+in\s+a\s+position)\s+to\s+(?:{_SAY}|speak|talk)\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:had|has|have|made|offered|gave|issued|took|answered|takes|makes|accepted)\s+no\s+(?:immediate\s+|further\s+|public\s+|official\s+)?(?:comment|questions|statement|explanation|reply|response|answers?|calls|interviews)\b{_REST}"),
    ("no-comment", rf"{WHO}\s+said\s+(?:that\s+)?(?:it|he|she|they)\s+(?:does|do|did|would|could|was|were){_NOT}\s+(?:\w+ly\s+)?(?:talk|comment|discuss|speak|be\s+commenting|be\s+making|going\s+to\s+(?:comment|discuss|say))\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:said|had|have|has)\s+(?:that\s+)?(?:it|he|she|they)?\s*(?:had\s+|has\s+)?(?:no\s+(?:further\s+)?information|nothing\s+(?:further\s+|more\s+|else\s+)?to\s+(?:say|add))\b{_REST}"),
    ("no-comment", rf"{WHO}\s+(?:referred|directed|redirected|passed|forwarded)\s+(?:all\s+|our\s+|the\s+|any\s+|further\s+)?(?:questions|queries|enquiries|inquiries|requests|reporters|calls|journalists)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+)?(?:ignored|dodged|sidestepped|side-stepped|evaded|avoided|deflected|brushed\s+(?:off|aside)|waved\s+away|parried|ducked)\s+(?:an?\s+|all\s+|the\s+|our\s+|any\s+|several\s+|repeated\s+|further\s+|shouted\s+|reporters[’']\s+)*(?:{_ASKED})\b{_REST}"),
    ("not-said", rf"{WHO}\s+(?:is|are|was|were)\s+(?:silent|vague)\s+(?:on|about|as)\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:(?:has|have|had)\s+)?(?:kept|remained|remains|remain|stayed|stays|stay|been|is|are|was|were)\s+(?:\w+ly\s+)?(?:silent|tight-lipped|mum|quiet\s+(?:about|over|as\s+to|on\s+(?:the|whether|how|what|why|its|his|her|their)))\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:(?:[^.;,]{0,40}?\s(?:before|and\s+then|by))?\s*h(?:ung|anging)\s+up|put\s+(?:the\s+phone\s+down|down\s+the\s+(?:phone|receiver))|slammed\s+the\s+(?:door|phone)|shook\s+(?:his|her|their)\s+heads?\s+when\s+asked|walked\s+(?:away|off|out|past)[^.;]{{0,40}}?\s+(?:when|without|after\s+being)|(?:left|departed|drove\s+off|hurried\s+(?:away|past|off))\b[^.;]{{0,60}}?\s+(?:without\s+(?:a\s+word|speaking|comment|commenting|answering|taking|talking|saying|responding|addressing)|when\s+asked))\b{_REST}"),
    ("no-comment", rf"{WHO},?\s+(?:has\s+|have\s+|had\s+)?(?:stopped\s+short\s+of|avoided|refrained\s+from)\s+(?:naming|saying|giving|confirming|identifying|commenting|specifying|disclosing|blaming|explaining)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:has|have|had)\s+yet\s+to\s+(?:{_SAY}|reply|respond|issue|set\s+out|make)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:did|has|have|had|does|do|could|can){_NOT}{_YET}\s+(?:{_SAY}|{_SAID}|set\s+out|break\s+down|say)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+cannot\s+(?:\w+ly\s+)?(?:{_SAY})\b{_REST}"),
    ("not-said", rf"Nor\s+(?:did|has|have|had|does|do|would|will|could)\s+(?P<nor>[^.;]{{2,60}}?)\s+(?:{_SAY}|{_SAID}|reply|respond|replied|responded)\b{_REST}"),
    ("not-said", rf"{WHO}{_YET}\s+(?:gave|give|given|provided|provides|offered|offers|released|published|contained|contains|contain|gives|made|makes|set|named|cited|included|includes)\s+no\s+(?:\w+\s+)?(?:details?|figures?|reasons?|explanation|evidence|names?|number|estimate|breakdown|cause|date|information|source|sources|total|toll|timetable|deadline|indication|mention|reference|casualties|casualty|suspects?|basis|proof|author|method)\b{_REST}"),
    ("not-said", rf"{WHO},?(?<!\sto)\s+(?:(?:has|have|had)\s+)?(?:said|says|say|gave|reveals?|revealed|disclosed|discloses?)\s+(?:almost\s+)?(?:nothing|little)\b{_REST}"),
    ("not-said", rf"{WHO},?\s+(?:(?:has|have|had|is|are)\s+)?(?:withheld|withholding|kept\s+back|omits|omitted|leaves\s+out|left\s+out|left\s+open)\s+(?:the\s+|its\s+|their\s+|any\s+|all\s+)?(?:[\w’']+\s+)?(?:names?|details?|figures?|identit\w+|results?|how|who|what|why|whether|information|number)\b{_REST}"),
    ("not-said", r"(?P<without>\bwithout\s+(?:elaborating|answering|replying|responding|commenting|giving|naming|specifying|saying|explaining|providing|identifying|offering|disclosing|citing|adding|confirming)\b[^.;,]*)"),
    ("no-reply", rf"(?<!\w)(?P<neither>[Nn]either(?:\s+[^.;]{{2,90}}?)?)\s+(?:(?:would|had|has|have|did|could|was|were|is|are)\s+(?:\w+\s+){{0,3}}?(?:comment\w*|respon\w+|repl\w+|answer\w*|spoke\w*|speak|sa(?:y|id)|return\w*|available|reached|reachable|give\w*|elaborat\w+|confirm\w*|explain\w*|agree\w*|prepared|willing|drawn|discuss\w*)|responded|replied|returned|answered|commented|spoke|agreed|gave|offered|wanted)\b{_REST}"),
    ("no-reply", rf"{WHO},?\s+(?:(?:has|have|had)\s+(?:also\s+)?been|was|were)\s+(?:approached|contacted|asked)\s+(?:for\s+(?:a\s+)?(?:comment|response|statement|interview))\b{_REST}"),
    ("no-reply", rf"(?P<approach>\b(?:We|[A-Z][^.;,]{{2,40}}?)\s+(?:has|have)\s+(?:approached|contacted|asked)\s+(?P<asked>[^.;]{{2,60}}?)\s+for\s+(?:a\s+)?(?:comment|response|statement)\b{_REST})"),
    ("no-comment", rf"(?P<there>\bThere\s+(?:was|has\s+been|is|had\s+been)\s+(?:still\s+)?no\s+(?:\w+\s+){{0,2}}?(?:comment|response|reply|answer|word|statement|explanation|reaction)\b{_REST})"),
    ("no-reply", rf"{WHO}\s+(?:was|were)\s+(?:not|n[’']t|never)\s+(?:at\s+home|in|at\s+(?:his|her|their|its)\s+(?:desk|home|office|house)|there|around)\s+(?:when|yesterday|on\s+\w+day)\b{_REST}"),
    ("unknown", r"(?P<unexplained>[^.;:“”\"]{2,120}?\s+(?:could\s+not|couldn[’']t|cannot|can[’']t)\s+(?:\w+ly\s+|yet\s+)?be\s+(?:\w+ly\s+)?(?:explained|established|determined|ascertained|identified|reconciled|accounted\s+for|traced|learned|known)\b[^.;]*)"),
    ("unchecked", r"(?P<possible>[^.;:“”\"]{0,60}?\b(?:[Vv]erification|[Cc]onfirmation|[Cc]orroboration)\b[^.;]{0,60}?\s(?:was|is|were|are|proved)\s+(?:not\s+(?:yet\s+|immediately\s+)?(?:possible|available)|impossible|unavailable)\b[^.;]*)"),
    ("unchecked", r"(?P<none>\bNone\s+of\s+[^.;]{2,60}?\s+(?:could|can|has|have)\s+(?:be|been)\s+(?:\w+ly\s+)?(?:verified|confirmed|checked|proved|proven)\b[^.;]*)"),
    ("unchecked", r"(?P<check>[^.;:“”\"]{2,120}?\s+(?:could\s+not|cannot|has\s+not|have\s+not|had\s+not|was\s+not|were\s+not|is\s+not|are\s+not|unable\s+to|no\s+way\s+to|(?:was|is)\s+not\s+possible\s+to|not\s+been\s+able\s+to)\s+(?:immediately\s+|yet\s+|able\s+to\s+|possible\s+to\s+)?(?:be\s+|been\s+)?(?:\w+ly\s+)?(?:verif\w+|confirmed|checked|verify|check|confirm|corroborate\w*)\b[^.;]*)"),
    ("unknown", r"(?P<unclear>(?:It|What|How|Why|Whether|Who|Where|When|Which|The\s+\w+|There)\b[^.;]{0,100}?\s+(?:(?:is|was|remains?|remained)\s+(?:still\s+|not\s+(?:immediately\s+|yet\s+)?|un)(?:clear|known|certain)|unclear|unknown|not\s+known|is\s+no\s+word|was\s+no\s+word)\b[^.;]*)"),
    ("unknown", rf"(?P<hidden>[^.;:“”\"]{{2,120}}?\s+(?:(?:has|have|had)\s+(?:still\s+|so\s+far\s+)?(?:not|never)(?:\s+yet)?\s+been|(?:was|were|is|are)\s+(?:still\s+|being\s+)?(?:not|never))\s+(?:\w+ly\s+)?(?:{_HIDDEN})\b[^.;]*)"),
    ("unknown", r"(?P<kept>[^.;:“”\"]{0,60}?\b(?:names?|identit(?:y|ies)|details?|figures?|results?|terms|contents?)\b[^.;:“”\"]{0,60}?\s+(?:is|are|was|were|has|have)\s+(?:being\s+|been\s+)?(?:withheld|kept\s+(?:secret|back|confidential)|under\s+wraps)\b[^.;]*)"),
    ("unknown", r"(?P<nobody>(?:No\s+(?:one|group|cause|explanation|reason|date|figures?|details?|names?|official\s+\w+|\w+)|Nobody)\s+[^.;]{0,40}?\b(?:has|had|have|was|were|claimed|is)\b[^.;]{0,20}?\s?\b(?:claimed|given|been\s+given|published|released|offered|disclosed|named|announced|explained|provided|immediate|identified|available)\b[^.;]*)"),
    ("no-reply", r"(?P<noone>\b(?:[Nn]o\s+one|[Nn]obody|[Nn]o\s+\w+)\b[^.;]{0,60}?\s(?:could|can)\s+(?:\w+ly\s+)?be\s+(?:reached|contacted|found\s+(?:to|who)|raised)\b[^.;]*)"),
    ("unknown", r"(?P<noone>(?:[Nn]o\s+one|[Nn]obody)\b[^.;]{0,60}?\s(?:(?:can|could|would|will|is\s+able\s+to|was\s+able\s+to|knows?|knew)\b(?:\s+(?:yet|for\s+certain))?\s*(?:say|tell|explain|confirm|comment|answer|how|who|what|why|where|whether)\b|answered\b|picked\s+up\b|(?:was|were)\s+available\b)[^.;]*)"),
    ("unknown", rf"{WHO}\s+(?:was|were|is|are)\s+(?:not|un)\s*(?:immediately\s+)?(?:available|reachable|contactable)\b{_REST}"),
)  # fmt: skip
"""What kind of silence, and how it is told."""

QUOTED = (
    r"[“\"'‘]\s*(?:No\s+comment\b|(?:I|We)\s*(?:have|[’']ve(?:\s+got)?)?\s*(?:(?:can|could|will|would|do|did|am|are)(?:\s+not|n[’']t)|cannot|can[’']t|won[’']t|[’']m\s+not|[’']re\s+not"
    r"|(?:would|[’']d)\s+rather\s+not|nothing|never)\s+(?:\w+\s+){0,3}?(?:comment|say|discuss|talk|answer|speak|go\s+into|get\s+into|speculate|add|be\s+drawn)\b)"
)
"""A refusal in the speaker's own words."""
