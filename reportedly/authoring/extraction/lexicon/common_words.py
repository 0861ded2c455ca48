"""Words that tell nothing about what is spoken of, however rare they are in a few articles."""

from __future__ import annotations

COMMON_WORDS = frozenset(
    # little words
    "that this these those they them their there then than with from have been were will would could about after"
    " before when where which while whose what into over under also more most some such only other others very just"
    " because during between against through still even much many the and for but not nor are was had has his her"
    " hers its our ours your you him she who how why all any can may might must shall should out off too now yet"
    " both each every few here however once again another without within until since upon onto per via down back"
    " like himself herself itself themselves never nobody nothing none anyone anybody anything everyone everybody"
    " everything someone somebody something almost already always among apart around away behind below beside"
    " beyond either enough else ever far further hardly indeed instead least less maybe mere merely nearly neither"
    " often perhaps quite rather really same seldom several simply so sometimes soon though thus together toward"
    " towards unless until up well whether yes across ago along although as at be by do if in is it me my no of on"
    " or own to us we i an a am"
    # numbers and time
    " one two three four five six seven eight nine ten eleven twelve hundred thousand million billion first second"
    " third last next half dozen double hour day week month year minute time times today yesterday tomorrow morning"
    " evening night afternoon noon midnight monday tuesday wednesday thursday friday saturday sunday weekend january"
    " february march april june july august september october november december early earlier late later recent"
    " recently long longer short former formerly previous previously following current currently new old"
    # what everybody does
    " make made making get got getting give gave given giving take took taken taking put putting come came coming go"
    " went gone going see saw seen seeing know knew known knowing think thought want wanted need needed let keep"
    " kept hold held find found leave left bring brought begin began begun start stop seem seemed show showed shown"
    " turn turned move moved stand stood stay stayed remain remained become became happen happened try tried use"
    " used using work worked help helped look looked feel felt mean meant run ran set sat sit lay lie stand follow"
    " followed add added agree agreed allow allowed appear appeared expect expected intend intended hope hoped"
    " believe believed decide decided include included involve involved lead led live lived lose lost meet met"
    " offer offered open opened pass passed plan planned play played provide provided reach reached receive"
    " received send sent serve served speak spoke spoken spend spent suggest suggested support supported talk"
    " talked wait waited walk watch win won write wrote written read hear heard"
    # saying
    " say said says tell told ask asked answer answered claim claimed deny denied denies confirm confirmed insist"
    " insisted warn warned call called report reported reports announce announced state stated statement declare"
    " declared describe described explain explained argue argued accuse accused reply replied respond response"
    " comment question according news"
    # what there is everywhere
    " people person man men woman women thing things way ways part parts place case fact number numbers figure"
    " point side end line name hand head eye word words kind sort lot bit matter reason result group member members"
    " country area world home life good bad great big small large little high low right wrong true false real full"
    " whole certain sure clear able likely possible important different similar ready public general main major"
    " best better worse single"
    # who speaks
    " official officials spokesman spokeswoman spokesperson minister president prime mayor director chief leader"
    " government ministry police office authority authorities company party mr mrs ms dr".split()
)
