"""Titles, kinds of speakers, and which common words stand for which kind."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president premier prime minister mayor governor"
    " senator representative congressman congresswoman judge justice chief deputy vice secretary general"
    " colonel captain major lieutenant sergeant commander admiral brigadier inspector superintendent"
    " sheriff constable commissioner director chairman chairwoman chairperson chair spokesman spokeswoman"
    " spokesperson ambassador bishop archbishop father sister reverend imam rabbi pope king queen prince"
    " princess councillor councilor alderman attorney ombudsman interior foreign defence defense health"
    " finance justice transport education environment labour energy home union party police fire opposition"
    " leader head acting former first lady detective officer economist engineer organiser organizer"
    " coach captain district county city state federal national regional provincial local".split()
)

PERSON_WORDS = frozenset(
    "spokesman spokeswoman spokesperson minister mayor president director officer policeman policewoman"
    " official worker resident engineer doctor nurse teacher student driver pilot farmer fisherman"
    " chief chairman chairwoman chair leader steward organiser organizer analyst expert professor"
    " researcher scientist lawyer prosecutor judge witness survivor victim neighbour neighbor man woman"
    " boy girl father mother son daughter brother sister widow husband wife governor commander general"
    " colonel captain secretary senator lawmaker councillor deputy ambassador economist owner manager"
    " passenger volunteer shopkeeper priest imam bishop coordinator delegate negotiator head inspector"
    " superintendent commissioner epidemiologist virologist surgeon paramedic firefighter miner sailor"
    " activist campaigner candidate builder editor reporter journalist author member founder adviser"
    " advisor treasurer foreman skipper conductor guard tenant villager tourist marcher protester"
    " striker pensioner baker hydrologist seismologist geologist meteorologist".split()
)

ROLE_WORDS = (
    PERSON_WORDS
    | TITLES
    | frozenset(
        "executive mp mep msp mla ceo cfo cllr cabinet opposition vice-president vice-chancellor chancellor dean rector"
        " provost magistrate referee umpire striker goalkeeper midfielder defender winger pundit physio trainer librarian"
        " headteacher head-teacher principal lecturer consultant accountant auditor banker broker architect surveyor"
        " electrician plumber carpenter scaffolder mechanic welder foreman supervisor technician operator dispatcher"
        " midwife carer therapist psychologist psychiatrist physician paediatrician pediatrician cardiologist dentist"
        " pharmacist vet veterinarian immunologist biologist chemist physicist statistician demographer historian"
        " sociologist archaeologist ecologist climatologist forecaster cook chef waiter waitress bartender barman"
        " publican landlord landlady butcher cleaner porter caretaker janitor clerk cashier receptionist typist"
        " courier cyclist motorist lorry trucker rider jockey sprinter athlete boxer swimmer climber hiker singer actor actress"
        " musician artist painter poet novelist playwright composer photographer cameraman broadcaster presenter"
        " columnist correspondent blogger whistleblower whistle-blower informant defendant plaintiff claimant accused"
        " barrister solicitor juror coroner pathologist detective constable sheriff marshal ranger warden jailer"
        " lifeguard coastguard diver helmsman bosun navigator purser stewardess soldier marine airman corporal"
        " private cadet veteran refugee migrant asylum-seeker parent mum dad mom pal friend cousin aunt uncle nephew"
        " niece grandmother grandfather grandson granddaughter fiance fiancee partner colleague co-worker boss"
        " employee staffer aide intern apprentice trustee shareholder investor entrepreneur businessman"
        " businesswoman tycoon developer contractor supplier trader vendor seller buyer customer patient"
        " shopper commuter traveller onlooker bystander eyewitness fan supporter follower captain manager coach"
        " relative insider source neighbour neighbor local islander townspeople householder homeowner evacuee casualty"
        " rescuer responder picket loyalist rival ally sympathiser critic mourner parishioner worshipper"
        " incumbent challenger contender hopeful frontrunner nominee lawmaker legislator deputy-mayor ex-mayor pollster"
        " speaker whip backbencher frontbencher rebel teller clerk usher parliamentarian peer elector envoy diplomat attache"
        " consul bailiff notary moderator host compere anchor commentator pupil matron housekeeper butler gardener"
        " seamstress tailor cobbler shepherd rancher herder beekeeper winegrower statesman stateswoman policymaker"
        " whip-hand regulator-general actuary auditor treasurer archivist curator bookseller printer engraver mason"
        " plasterer roofer glazier painter-decorator lumberjack logger fisher trawlerman angler hunter poacher gamekeeper"
        " vicar pastor deacon monk nun sheikh ayatollah cleric missionary mr mrs ms miss dr prof sgt lt capt maj"
        " col gen insp supt det pc dc ds dci rev hon sen rep gov rt".split()
    )
)
"""What a person can be called beside or instead of a name."""

ADJECTIVES = frozenset(
    "national state county city district federal regional provincial local interior foreign defence defense health"
    " finance justice transport education environment labour energy home union party police fire opposition royal"
    " former acting general deputy vice first private public central".split()
)
"""Titles that are none without the word for a person behind them."""

OFFICES = frozenset(
    "minister president premier mayor governor chancellor secretary commissioner leader chief chairman chairwoman chair"
    " director head ambassador speaker treasurer captain coach manager bishop archbishop pope king queen".split()
)
"""What only one person is at a time, in one place."""

OWNERS = frozenset(
    "owner operator supplier maker builder developer contractor manufacturer organiser sponsor".split()
)
"""What a person can be as well as a body."""

POSTNOMINALS = frozenset("kc qc mp mep msp obe mbe cbe jr sr phd md".split())
"""What may follow a person's name without a comma."""

GROUP_KINDS: dict[str, str] = {
    "ministry": "ministry", "government": "government", "administration": "government",
    "cabinet": "government", "council": "council", "parliament": "parliament", "army": "army",
    "military": "army", "navy": "army", "police": "police", "force": "police", "party": "party",
    "union": "union", "federation": "union", "company": "company", "firm": "company",
    "operator": "company", "corporation": "company", "airline": "company", "utility": "company",
    "newspaper": "newspaper", "paper": "newspaper", "daily": "newspaper", "tabloid": "newspaper",
    "agency": "agency", "broadcaster": "broadcaster", "station": "broadcaster", "channel": "broadcaster",
    "network": "broadcaster", "website": "website", "magazine": "magazine", "hospital": "hospital",
    "university": "university", "institute": "institute", "centre": "institute", "center": "institute",
    "commission": "commission", "committee": "committee", "court": "court", "authority": "authority",
    "department": "department", "office": "office", "bureau": "office", "service": "service",
    "group": "group", "organisation": "organisation", "organization": "organisation",
    "association": "association", "charity": "charity", "coalition": "group", "alliance": "group",
    "campaign": "group", "movement": "group", "board": "board", "body": "body", "bank": "bank",
    "team": "group", "brigade": "fire brigade", "embassy": "embassy", "watchdog": "watchdog",
    "consortium": "company", "regulator": "authority", "prosecution": "prosecutors", "club": "club",
    "inspectorate": "authority", "trust": "charity", "society": "association", "congress": "organisation",
    "observatory": "institute", "laboratory": "institute", "school": "school", "guild": "union",
    "syndicate": "union", "militia": "armed group", "junta": "government", "regime": "government",
    "directorate": "directorate", "secretariat": "office", "registry": "office", "tribunal": "court",
    "foundation": "charity", "taskforce": "group", "squad": "police", "division": "office", "headquarters": "office",
    "panel": "committee", "chamber": "association", "assembly": "parliament", "senate": "parliament", "consulate": "embassy",
    "coastguard": "coastguard", "college": "university", "academy": "university", "church": "church", "diocese": "church",
    "fund": "charity", "cooperative": "company", "retailer": "company", "insurer": "company", "lender": "bank",
    "manufacturer": "company", "publisher": "company", "carrier": "company", "camp": "campaign", "faction": "group",
    "treasury": "ministry", "constabulary": "police", "municipality": "council",
    "lab": "institute", "practice": "hospital", "surgery": "hospital",
    "employer": "company", "chain": "company", "ombudsman": "authority", "prosecutor": "prosecutors",
    "front": "armed group", "brigades": "armed group", "league": "group", "forum": "group", "initiative": "group",
    "collective": "group", "caucus": "group", "bloc": "group", "lobby": "group", "delegation": "group", "hotline": "group",
    "helpline": "group", "mosque": "church", "synagogue": "church", "archdiocese": "church", "expedition": "group",
    "management": "management", "leadership": "leadership",
    "subsidiary": "company", "site": "website", "town": "council", "city": "council", "clinic": "hospital", "mission": "mission",
}  # fmt: skip

OUTLET_WORDS: dict[str, str] = {
    "daily": "newspaper", "times": "newspaper", "post": "newspaper", "herald": "newspaper",
    "courier": "newspaper", "gazette": "newspaper", "tribune": "newspaper", "guardian": "newspaper",
    "telegraph": "newspaper", "chronicle": "newspaper", "observer": "newspaper", "journal": "newspaper",
    "mail": "newspaper", "star": "newspaper", "standard": "newspaper", "examiner": "newspaper",
    "echo": "newspaper", "argus": "newspaper", "mercury": "newspaper", "sentinel": "newspaper",
    "dispatch": "newspaper", "bulletin": "newspaper", "register": "newspaper", "news": "newspaper",
    "reuters": "news agency", "xinhua": "news agency", "afp": "news agency", "ap": "news agency",
    "wire": "news agency", "radio": "broadcaster", "tv": "broadcaster", "television": "broadcaster",
    "broadcasting": "broadcaster", "bbc": "broadcaster", "cnn": "broadcaster", "press": "newspaper",
    "newspaper": "newspaper", "weekly": "newspaper", "fm": "broadcaster", "media": "media",
    "reed": "newspaper",
}  # fmt: skip

STANDS_FOR: dict[str, tuple[str, ...]] = {
    "newspaper": ("newspaper",), "paper": ("newspaper",), "daily": ("newspaper",), "agency": ("news agency", "agency"),
    "broadcaster": ("broadcaster",), "station": ("broadcaster",), "channel": ("broadcaster",),
    "outlet": ("newspaper", "broadcaster", "news agency", "website", "magazine"),
    "report": ("newspaper", "broadcaster", "news agency"),
    "ministry": ("ministry",), "department": ("department", "ministry"), "government": ("government",),
    "council": ("council",), "company": ("company",), "firm": ("company",), "operator": ("company",),
    "union": ("union",), "group": ("group", "organisation", "association", "charity", "union", "armed group"),
    "organisation": ("organisation", "association", "charity", "group"),
    "organization": ("organisation", "association", "charity", "group"),
    "association": ("association",), "charity": ("charity",), "party": ("party",), "hospital": ("hospital",),
    "institute": ("institute",), "centre": ("institute",), "center": ("institute",),
    "commission": ("commission",), "committee": ("committee",), "court": ("court",),
    "authority": ("authority",), "office": ("office",), "service": ("service",), "army": ("army",),
    "military": ("army",), "police": ("police",), "airline": ("company",), "university": ("university",),
    "bank": ("bank",), "board": ("board",), "watchdog": ("watchdog", "authority"), "body": ("body", "commission"),
    "magazine": ("magazine",), "website": ("website",), "regulator": ("authority",),
}  # fmt: skip
"""Which kinds of named speakers "the ..." may take up again."""


ORGANISATION_ENDINGS = frozenset(
    "power lines line terminals watch international energy airlines airways motors steel holdings systems"
    " foundation fund cross aid care action records services solutions insurance oil gas mining foods pharma"
    " labs rescue relief partners technologies industries enterprises properties logistics shipping rail railways"
    " chemicals analytics airport farms stores foods park works council agency society records communications"
    " pharmaceuticals security software media bank motor electric rangers rovers united albion athletic wanderers"
    " assist network trust house hall crescent forum front league front brigades rights monitor ventures water"
    " paving farming shipping brewing engineering mining trading building holding holdings baking printing packaging"
    " roofing fishing catering broadcasting marketing staffing polymers plastics metals minerals textiles cement brewing brewery breweries dairy dairies mills plant refinery"
    " petroleum biotech therapeutics semiconductors robotics dynamics aerospace aviation automotive telecom telecoms"
    " mobile wireless digital interactive entertainment publishing retail brands consulting advisers trading traders"
    " exports imports resources minerals brothers sons co corp inc ltd plc gmbh nv sarl materials components instruments appliances"
    " state state's states nations capital studios press centre center initiative project programme program".split()
)
"""Last words by which a name of several words is known to be no person's."""
