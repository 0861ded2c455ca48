"""What a quiz is and how it is marked. Pure: no clock, no chance, no files, no screens."""
