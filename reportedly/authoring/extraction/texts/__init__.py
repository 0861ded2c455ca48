"""What can be told of a text as a whole, and how its words are cut."""
