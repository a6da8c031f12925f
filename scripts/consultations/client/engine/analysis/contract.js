/**
 * What Python and the browser hold alike. Written by tools/contract.py from
 * analysis/contract.toml, where each entry is explained: change that file, never this one.
 *
 * @module contract
 */

export const CHARACTERS = {
  space: [
    "0009-000D", "001C-0020", "0085", "00A0", "1680", "2000-200A", "2028-2029", "202F", "205F",
    "3000",
  ],
  quotes: "\"'“”„‟«»‹›‘’‚‛`´ʼ＂＇",
  doubleQuotes: "\"“”„‟«»＂",
  dashes: ["002D", "2010-2015", "2212", "FE58", "FE63", "FF0D"],
  joiningDashes: ["002D", "2010-2015", "2212"],
  dividingDashes: ["2014", "2015"],
  currency: ["0024", "00A2-00A5", "20A0-20CF"],
  noteSigns: "*†‡",
  raisedDigits: ["2070", "00B9", "00B2-00B3", "2074-2079"],
  bullets: "•‣⁃◦∙·▪▫■□●○\uf0b7*–—-",
  foreign: "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜοανικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
  latin: "aeopcyxijshdqwABEKMHOPCTYXIJSQWoavikptuxABEZHIKMNOPTYX",
  ligatures: {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
  },
};

export const UNITS = {
  numberJoints: ".,:/·⁄٫٬",
  hyphens: ["002D", "2010-2011"],
  numberDashes: ["002D", "2010-2013", "2212"],
  scales: [
    "hundred", "thousand", "million", "millions", "billion", "billions", "trillion", "trillions",
    "dozen", "m", "mn", "bn", "tn", "k",
  ],
  percent: ["percent", "pc"],
  currencies: [
    "aud", "brl", "chf", "cny", "czk", "dkk", "eur", "gbp", "hkd", "huf", "inr", "jpy", "krw", "mxn",
    "nok", "nzd", "pln", "sek", "sgd", "usd", "zar",
  ],
  halvesOfDay: ["am", "pm"],
  tens: ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
  ones: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  teens: [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ],
};

export const QUERY = {
  longest: 10000,
  mostLeaves: 200,
  deepest: 50,
  mostEdits: 3,
  mostDigits: 6,
  fields: ["in", "by", "year", "type", "kind", "question", "cites", "about", "voice"],
  kinds: ["heading", "paragraph", "list_item", "blockquote", "table", "footnote", "reference"],
  operators: ["AND", "OR", "NOT"],
  meant: {
    "author": "by",
    "authors": "by",
    "body": "by",
    "from": "by",
    "org": "by",
    "organisation": "by",
    "organization": "by",
    "speaker": "by",
    "doc": "in",
    "document": "in",
    "edition": "in",
    "id": "in",
    "site": "in",
    "source": "in",
    "text": "in",
    "date": "year",
    "years": "year",
    "genre": "type",
    "types": "type",
    "kinds": "kind",
    "q": "question",
    "questions": "question",
    "citation": "cites",
    "cite": "cites",
    "cited": "cites",
    "work": "cites",
    "works": "cites",
    "entity": "about",
    "mentions": "about",
    "names": "about",
    "person": "about",
    "subject": "about",
    "topic": "about",
    "quoted": "voice",
    "voices": "voice",
  },
  closing: {
    "\"": "\"",
    "＂": "＂\"",
    "“": "”\"",
    "”": "”\"",
    "„": "“”\"",
    "‟": "”\"",
    "«": "»\"",
    "»": "«\"",
  },
};

export const SCORING = {
  weights: [120, 100, 80],
  fixed: 300,
  byLength: 900,
  gain: 2200,
  fractionBits: 10,
};

export const EXCERPT = {
  short: 160,
  long: 400,
  lead: 120,
  sentenceEnds: ".!?…",
  afterSentence: "\"'’”»)]",
};

export const SUGGESTION = {
  mostWords: 12,
  mostSpellings: 3,
  edits: 2,
  mostInSource: 4,
  mostPlaces: 5,
};

export const CONCORDANCE = {
  neighbours: 3,
};

export const INDEX = {
  format: 5,
  hashBytes: 6,
  seal: ",\"digest\":\"",
  stem: "\u0001",
  field: "\u0002",
  reading: "\u0003",
  joint: "\u0004",
  jointCodes: 16,
};
