"""Reading one paragraph for who says what: by a parser or by the order of words."""
