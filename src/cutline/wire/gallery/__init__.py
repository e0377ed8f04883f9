"""Published galleries and photo essays, saved as plain text or as a page."""
