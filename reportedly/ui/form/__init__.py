"""One question as a form: what stands in it, what was typed, and how it is drawn."""
