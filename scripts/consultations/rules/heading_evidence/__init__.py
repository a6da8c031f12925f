"""What tells a heading, and how deep it stands: the judgement of several rules."""
