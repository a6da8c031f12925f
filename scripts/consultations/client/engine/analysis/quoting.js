/**
 * What Python and the browser hold alike. Written by tools/contract.py from
 * analysis/contract.toml, where each entry is explained, and english/small_words.toml: change
 * those files, never this one.
 *
 * @module quoting
 */

export const QUOTATION = {
  longest: 100000,
  longestText: 2000000,
  shown: 20,
  short: 4,
  stretch: 48,
  rarest: 4,
  votes: 16384,
  best: 6,
  bucket: 16,
  slack: 8,
  near: 30,
  distant: 200,
  common: 16384,
  few: 8,
  paths: 20,
  percent: 55,
  percentOfPieces: 70,
  long: 8,
  percentWithLong: 20,
  rank: ["verbatim", "typographic", "elided", "altered", "spliced", "absent"],
  alterations: ["punctuation", "changed", "added", "dropped", "moved"],
  costs: {
    changed: 3,
    added: 3,
    dropped: 2,
    jump: 8,
    afterMark: 1,
    farAfterMark: 4,
  },
  grave: {
    negation: [
      "barely", "cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not",
      "nothing", "nowhere", "scarcely", "without",
    ],
    number: [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
      "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
      "dozen", "dozens", "once", "twice", "first", "second", "third", "fourth", "fifth", "half",
      "halves", "quarter", "quarters", "thirds", "double", "triple",
    ],
    quantifier: [
      "all", "almost", "always", "any", "both", "each", "either", "enough", "entire", "entirely",
      "every", "everyone", "everything", "few", "fewer", "fewest", "frequently", "generally", "half",
      "least", "less", "little", "majority", "many", "mainly", "minority", "more", "most", "mostly",
      "much", "nearly", "occasionally", "often", "only", "partly", "rarely", "seldom", "several",
      "some", "sometimes", "usually", "whole",
    ],
  },
};

export const ARTICLE = {
  sure: "“„«",
  spaced: "«‹",
  nearby: 4000,
  closing: {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "\"": "\"”",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "'": "'",
  },
};
