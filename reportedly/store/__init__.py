"""What is kept in SQLite or PostgreSQL: attempts, answers, instructors, versions of banks.

database.py     opens the database; `transaction` and `reading` are the only ways in
migrations.py   the numbered steps that bring a database up to date
tables.py       its tables as they are after the last step
statements.py   every statement, built once
attempts.py     begins, answers, finishes and loads attempts
instructors.py  their passphrase, who is signed in, and tries that failed
versions.py     every version of a bank that was saved
forgetting.py   deletes attempts, and their traces in the file
errors.py       what can go wrong, in words for the page
"""
