"""Before and after: setting it up, running it, and what came of it."""
