"""The plugins that come with cableparse. They use what any plugin can use, and nothing else."""
