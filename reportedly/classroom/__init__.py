"""A live lesson as values: who may do what at each moment, and what the rows of answers add up to.

lesson.py     a lesson as it stands, and what a host decided before the start
moves.py      `advance`: a move makes the next lesson, or is refused in a sentence
conduct.py    the one obvious next step, and what else a host can do now
seats.py      who sits there, under which name, and with how much time
answering.py  whether an answer counts now, and why not
codes.py      join codes
tallies.py    votes counted from rows: splits, changes of mind, misreadings
sureness.py   confidence by right and not right, never of fewer than five
keys.py       what is right, in words, for the projector
views.py      what a seat gets: nothing of the key before its time
projecting.py what the projector gets: no names either
hosting.py    what the host gets
results.py    a learner's own result at the end
record.py     what a lesson showed, question by question; tables to keep
"""
