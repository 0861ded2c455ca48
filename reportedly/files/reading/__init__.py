"""From a file to plain values that still know their line and column."""
