"""What an instructor needs to begin and to lead a class."""
