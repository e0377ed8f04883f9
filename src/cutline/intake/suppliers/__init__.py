"""One small function for each supplier: what its fields say without its habits."""
