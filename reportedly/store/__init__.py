"""What is kept in SQLite or PostgreSQL: attempts, lessons, instructors, versions of banks.

database.py     opens the database; `transaction` and `reading` are the only ways in
migrations.py   the numbered steps that bring a database up to date
tables.py       its tables as they are after the last step
statements.py   every statement, built once
answers.py      answers in bulk, as frames for reports
attempts.py     begins, answers, finishes and loads attempts
instructors.py  their passphrase, who is signed in, and tries that failed
versions.py     every version of a bank that was saved
lessons.py      begins lessons and moves them
seating.py      seats learners in a lesson
voting.py       stores many answers of a class in one commit
notices.py      tells other servers on the same PostgreSQL that something happened
forgetting.py   deletes attempts and lessons, and their traces in the file
errors.py       what can go wrong, in words for the page
"""
