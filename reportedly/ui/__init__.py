"""The screens, and nothing but screens. The only importer of streamlit."""
