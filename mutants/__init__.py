"""Mutation testing: small changes of the code, each of which a test should notice.

``python -m mutants`` (``tox -e mutants``) draws some of all the changes there are, by a seed, and
lists those that no test saw. Such a change is a missing test, code that does nothing, or a change
that makes no difference; which of them, only reading tells.
"""
