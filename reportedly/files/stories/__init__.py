"""Stories as files: read, checked, brought in and written."""
