"""What authors write, read into types: banks, stories, skills, slips; every fault in its place."""
