"""What answers tell about questions and learners: pandas over rows, pure.

frame.py        rows of answers in one shape, solo or in class; `marked` says what each is worth
gathering.py    stored answers that arrive in pieces, made into that frame
asked.py        which of them tell of a bank's questions as they are now
times.py        how long answers took
items.py        how hard each question is, and whether it tells learners apart
reliability.py  how far totals of a bank can be relied on
figures.py      what comes of both
weak.py         what that says against a question, in sentences
wording.py      figures in words
intervals.py    how far a share, a difference or a mean can be trusted
classes/        what all of that tells about a class
"""
