"""Who may be speaking: people, bodies, works and the unnamed whom a document tells of."""
