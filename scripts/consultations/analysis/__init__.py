"""The one chain of analysis: text to tokens, tokens to terms.

client/engine/analysis/analysis.js mirrors it.

A token is a word of the text with its place; its term is the word folded. The stem of a term is
what its inflections share.
"""

from consultations.analysis.folding import TABLE, Token, fold, tokens, within
from consultations.analysis.stemming import STEMMER, stem

__all__ = ["STEMMER", "TABLE", "Token", "fold", "stem", "tokens", "within"]
