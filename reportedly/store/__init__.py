"""What is kept: attempts and their answers, in SQLite or PostgreSQL.

database.py     opens the database; `transaction` and `reading` are the only ways in
migrations.py   the numbered steps that bring a database up to date
tables.py       its tables as they are after the last step
statements.py   every statement, built once
attempts.py     begins, answers, finishes and loads attempts
forgetting.py   deletes them, and their traces in the file
errors.py       what can go wrong, in words for the page
"""
