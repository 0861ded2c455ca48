"""What the rules in `authoring/lint` share, and how they are run."""
