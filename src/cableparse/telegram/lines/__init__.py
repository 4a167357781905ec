"""The shapes of a telegram's lines, which several readers share."""
