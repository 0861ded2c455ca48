"""What the server does beside Streamlit's pages: files, cookies, answers, signing in, live classes.

The only importer of starlette. Classes are in lessons/.
"""
