"""What all blueprints share: the claims looked up, put into words, and made into drafts. Pure."""
