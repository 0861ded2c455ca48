"""What makes a question weaker than it could be: one file a rule, named as authors name it.

`key_longest.py` is the rule `key-longest`. A file has the sentence that says what is weak as its
docstring, `LOOKS_AT` ("question": each question by itself; "bank": all of them together) and
`find`, which yields what it found. A file that is put here is a rule; nothing else names them.
"""
