"""Nouns that are never people, so that what happens to people is not counted of them."""

from __future__ import annotations

THINGS = frozenset(
    # places
    "village town city district province region county island street road bridge square park field farm port harbour"
    " station school hospital clinic ward shop store factory plant mine church mosque temple hotel office site"
    " garden house home building flat apartment roof room floor hall camp shelter country nation state area"
    " neighbourhood neighborhood suburb settlement hamlet precinct constituency airport border checkpoint"
    # ways to travel and tools
    " ship boat ferry train bus car lorry truck van plane aircraft helicopter flight vessel vehicle carriage coach"
    " crane pump gate valve siren mast pole turbine engine tower dam tank barrel container crate"
    # things on paper and in time
    " report letter email message document file page photograph photo picture video call complaint application"
    " petition signature ballot ticket form record entry sample test result survey poll inspection visit interview"
    " meeting hearing session trial charge count offence fine permit licence contract order warning alert request"
    " question answer article study law rule shift round stage game match goal point time occasion attempt year day"
    # goods
    " dose kit jab vaccine bed tent blanket parcel meal bottle tree animal cow sheep dog cat bird fish"
    " gun weapon rifle bomb grenade shot bullet round knife phone computer account job post position grave coffin"
    " incident accident error mistake fault failure storm earthquake tremor aftershock fire explosion blast raid"
    " side stone window door wall cable line".split()
)
"""In the singular."""

HAPPENS_TO_THINGS = frozenset(
    "homes flights jobs votes seats polling-stations power-cuts vaccinated".split()
)
"""Topics of which things are counted as well as people."""


def is_thing(noun: str) -> bool:
    """Whether a noun, also in the plural, can only be a thing."""
    low = noun.lower()
    single = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    return bool({low, single, low.removesuffix("es")} & THINGS)
