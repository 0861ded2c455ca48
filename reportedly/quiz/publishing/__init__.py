"""Which questions learners see, and whose names stand for that."""
