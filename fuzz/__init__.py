"""Fuzzing: any bytes give a cable that keeps the laws, or a documented error.

``python -m fuzz decide`` gives one commit one answer on every machine; ``python -m fuzz explore``
looks for what nobody has seen yet. Both ask the same questions, of :mod:`fuzz.checks`.
"""
