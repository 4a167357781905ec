"""Makes the JSON Schema of a cable from its types, and from what the documentation says of them."""
