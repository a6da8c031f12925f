"""Questions that a document answers, and how far each answer runs."""
