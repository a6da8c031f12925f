"""How notes and their markers look in the texts that converters make, and which belong together."""
