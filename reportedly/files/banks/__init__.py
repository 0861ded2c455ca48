"""Banks as files: read, checked, written, named, begun and generated."""
