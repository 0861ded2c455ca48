"""What instructors do to banks and their questions, and how it looks."""
