"""What is told of learners, and what is not."""
