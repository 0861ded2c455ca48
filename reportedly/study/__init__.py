"""Before and after: two parallel forms, who gets which first, and what changed between them."""
