"""A key that was wrong: what marking again would change, and both scores afterwards."""
