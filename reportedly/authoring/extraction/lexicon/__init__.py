"""Words that the extraction knows, as data: what each of them means, and nothing that acts."""
