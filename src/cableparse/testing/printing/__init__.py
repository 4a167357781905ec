"""How a cable's fields are printed: one class a field, with the parts that posts print otherwise.

A draft's plain printing is what :func:`cableparse.testing.render` gives; a variant changes a part
before there are lines, so that several of them fit together.
"""
