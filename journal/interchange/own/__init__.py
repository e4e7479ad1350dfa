"""The journal's own files: CSV folder and JSON document, out and in."""
