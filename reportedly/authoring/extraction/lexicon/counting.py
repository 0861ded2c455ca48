"""What numbers count: families of events and things, and the words that give them away."""

from __future__ import annotations

FAMILIES: tuple[tuple[str, str, str], ...] = (
    ("deaths", "killed", r"kill(?:ed|ing|s)?|dead|died|dies|die|dying|deaths?|fatalit\w+|bodies|perished|drown\w*"
     r"|lost\s+(?:their|his|her)\s+li(?:ves|fe)|toll(?!\s+(?:road|bridge|gate|booth|plaza))|lives\s+lost|annihilated|shot\s+dead|murdered"),
    ("injured", "injured", r"injur\w+|wounded|wounds|hurt|burn(?:ed|t|s)"),
    ("missing", "missing", r"missing|unaccounted|not\s+(?:yet\s+)?(?:been\s+)?found"),
    ("arrests", "arrested", r"arrest\w*|detain\w*|detentions?|(?:in|into)\s+custody|taken\s+away|(?:were|was|been|being|are)\s+held|jailed"),
    ("surrendered", "surrendered", r"surrender\w*"),
    ("rescued", "rescued", r"rescued|rescuing|rescues?(?!\s+(?:coordinat|work|team|service|effort|operation|crew|chief|official|helicopter|boat|mission))|pulled\s+(?:out|from|alive)|picked\s+up|saved|survivors?|survived"),
    ("displaced", "displaced", r"evacuat\w+(?!\s+order)|displac\w+|sleeping\s+in|sheltering|taken\s+refuge|homeless|shelters?|left\s+their\s+homes|fled\s+their\s+homes|moved\s+out"),
    ("treated", "treated", r"treated|(?:were|was|been|being)\s+admitted|admitted\s+to\s+(?:the\s+|an?\s+)?(?:hospital|ward|intensive)|intensive\s+care|hospitali[sz]ed"
     r"|(?:to|in|into|needed|required)\s+(?:the\s+|an?\s+)?hospitals?(?:\s+(?:care|treatment))?"),
    ("cases", "ill", r"cases(?!\s+of\s+(?:\w+\s+)?(?:irregular|abuse|vandal|fraud|violen|theft|harass|misconduct|corrupt|wine|beer))|infect\w+|tested\s+positive|fallen\s+ill|fell\s+ill|sick|ill|sickened"),
    ("vaccinated", "vaccinated", r"vaccin\w+|doses?|jabs?"),
    ("votes", "votes", r"votes?|ballots?|voted|margin|voters?"),
    ("seats", "seats", r"seats?"),
    ("polling-stations", "polling stations", r"polling\s+stations?|precincts?"),
    ("homes", "homes", r"houses|homes|buildings|dwellings|households|roofs|flats|apartments"),
    ("crowd", "people who took part", r"march\w*|protest\w*|rall(?:y|ied)|demonstrat\w+|turnout|attended|attendance"
     r"|took\s+part|taking\s+part|gather\w*|crowds?|took\s+to\s+the\s+streets|participat\w+|joined|turned\s+out|came"),
    ("strikers", "people on strike", r"strik\w+|walk(?:ed)?\s*out|stopped\s+work|stayed\s+(?:away|home)|downed\s+tools"),
    ("aboard", "aboard", r"aboard|on\s+board|passengers|crew"),
    ("trapped", "trapped", r"trapped|stranded|stuck|buried|cut\s+off"),
    ("power-cuts", "without power", r"without\s+(?:power|electricity|water)|outages?"),
    ("flights", "flights", r"flights?|trains?|buses|services|sailings"),
    ("staff", "employed", r"employ(?:s|ed|ing|er)?|workforce|payroll"),
    ("jobs", "jobs", r"jobs?|redundanc\w+|laid\s+off|layoffs"),
)  # fmt: skip
"""Topic, how to say it, and its words; where two stand equally near, the earlier wins."""

TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades"
    " century centuries night nights".split()
)

MEASURES = frozenset(
    "metre metres meter meters kilometre kilometres kilometer kilometers km miles mile hectares hectare acres"
    " tonnes tons kg mm cm centimetres millimetres degrees litres barrels kilos feet inches megawatts kph mph"
    " points times".split()
)

PEOPLE = frozenset(
    "people persons person others men women victims residents lives bodies deaths casualties fatalities"
    " injured dead wounded".split()
)

OPPONENTS = frozenset(
    "terrorists terrorist militants militant attackers attacker gunmen gunman assailants rebels rebel"
    " insurgents fighters thugs extremists jihadists bombers hijackers suspects gang".split()
)
"""Those on the attacking side; never counted together with those attacked."""

EVENTS = frozenset(
    "attack flood flooding fire wildfire blaze crash collision derailment strike walkout election vote ballot"
    " referendum storm cyclone hurricane typhoon tornado earthquake quake tsunami landslide avalanche mudslide"
    " eruption drought heatwave protest march rally riot unrest explosion blast bombing shooting stabbing siege"
    " hostage kidnapping coup war battle raid ambush massacre killing murder death accident incident disaster"
    " tragedy crisis emergency outbreak epidemic pandemic leak spill outage blackout shortage collapse"
    " sinking shipwreck scandal row dispute inquiry trial verdict terror hijack hijacking evacuation stampede"
    " crush famine covid ebola cholera measles".split()
)
"""What happens, and so never speaks."""

OTHER_EVENT = (
    r"in\s+(?:19|20)\d\d|that\s+year|last\s+year|a\s+year\s+earlier|years?\s+(?:ago|earlier|before)"
    r"|(?:previous|earlier|similar|past|last|another)\s+(?:strike|flood|floods|attack|accident|crash|outbreak"
    r"|election|protest|fire|earthquake|storm|march|epidemic|disaster|collision|vote)|in\s+recent\s+years"
    r"|over\s+the\s+past|in\s+the\s+past"
)
