"""Commands that need more than a few lines; `__main__` lists all of them."""
