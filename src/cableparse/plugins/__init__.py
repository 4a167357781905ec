"""What a plugin is, and the runtime that finds plugins and runs them."""
