"""Reports as one self-contained HTML page: the frame, the pictures in it, and the page of the week.

The pictures are SVG made here by hand and not by matplotlib: its SVG has fixed colours, which follow neither a
light nor a dark screen, and its words are outlines that nobody can read aloud, search or copy.  Here every colour
is a variable of `page.css`, every word is text, and every picture has a title and a sentence that tells it.
"""
