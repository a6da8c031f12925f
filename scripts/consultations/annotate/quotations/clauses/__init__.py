"""Clauses, as far as a few words tell: who says, is quoted or is pointed to in one."""
