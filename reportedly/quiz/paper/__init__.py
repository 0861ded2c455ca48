"""A quiz on paper: which questions in which order, how each is drawn, and the answer sheet."""
