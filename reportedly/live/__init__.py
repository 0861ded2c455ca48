"""What the server does beside Streamlit's pages: files for the browser, and the learner's cookie.

Later also the seat, the projector and the hub of a live class. The only importer of starlette.
"""
