"""Changes to a bank's text that leave every byte alone that they are not about."""
