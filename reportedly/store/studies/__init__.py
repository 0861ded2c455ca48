"""Studies, who takes part in them, and what they answered, as rows."""
