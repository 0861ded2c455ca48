"""Pages that instructors print: a quiz on paper, its answers, and what a lesson showed."""
