"""Pages for people: an editor, a documenter, an analyst. They read without JavaScript.

In come addresses with both clocks, out comes HTML in which every figure leads to its evidence. What a
page shows is worked out in Python, one module a page; the templates only set it.
"""
