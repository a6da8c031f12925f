"""The one chain of analysis: text to tokens, tokens to terms, terms to stems.

A token is a word of the text with its place; its term is the word folded. The stem of a term is
what its inflections share. A unit is several words that are one number, amount or compound.
client/engine/analysis/ mirrors this room.
"""

from consultations.analysis.folding import INVISIBLE, TABLE, Token, fold, placed, tokens, within
from consultations.analysis.stemming import STEMMER, stem
from consultations.analysis.units import (
    AMOUNT,
    COMPOUND,
    NUMBER,
    is_numeral,
    joints,
    may_count,
    may_join,
)

__all__ = [
    "AMOUNT",
    "COMPOUND",
    "INVISIBLE",
    "NUMBER",
    "STEMMER",
    "TABLE",
    "Token",
    "fold",
    "is_numeral",
    "joints",
    "may_count",
    "may_join",
    "placed",
    "stem",
    "tokens",
    "within",
]
