"""The bundled containers, each a plugin: files that hold many documents."""
