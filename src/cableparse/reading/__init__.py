"""From bytes to a cable: the flow, with its inputs and what it puts together."""
