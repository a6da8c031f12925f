/**
 * Stemming: what the inflections of an English word share. Snowball's English stemmer, version 3
 * (https://snowballstem.org/algorithms/english/stemmer.html), as analysis/stemming.py has it.
 *
 * Words whose form no ending tells, such as *children*, have the stem of the word that contract.js
 * names for them.
 *
 * @module stemmer
 */

import { INFLECTED } from "./contract.js";

/** The algorithm and its major version, and the number of the table, as the manifest names them. */
export const STEMMER = "snowball-english-3+inflected-1";

/** What the algorithm takes away first: women's and children's are forms of woman and child. */
const POSSESSIVE = /'(?:s'?)?$/;
const FORMS = new Map(Object.entries(INFLECTED));

const VOWEL = /[aeiouy]/;
const REGION = /^[^aeiouy]*[aeiouy]+[^aeiouy]/;
/** Beginnings after which R1 starts, wherever the vowels are. */
const FIRST_REGION = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const SHORT_SYLLABLE = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/;

/** Words whose stem no rule gives. */
const IRREGULAR = new Map(Object.entries({
  andes: "andes", atlas: "atlas", bias: "bias", cosmos: "cosmos", early: "earli",
  gently: "gentl", howe: "howe", idly: "idl", news: "news", only: "onli",
  singly: "singl", skies: "sky", skis: "ski", sky: "sky", ugly: "ugli",
}));

/**
 * A step: endings, the longest of which is looked at, and what takes its place.
 * @param {Record<string, string>} endings  `replacement: "ending ending …"`
 */
function step(endings) {
  const table = new Map(
    Object.entries(endings).flatMap(([after, all]) => all.split(" ").map((e) => [e, after])),
  );
  // Alternatives are tried from the left of the word, so that the longest ending is found.
  return { table, pattern: new RegExp(`(?:${[...table.keys()].join("|")})$`) };
}

const STEP_2 = step({
  tion: "tional", ence: "enci", ance: "anci", able: "abli", ent: "entli", ize: "izer ization",
  ate: "ational ation ator", al: "alism aliti alli", ful: "fulness fulli", ous: "ousli ousness",
  ive: "iveness iviti", ble: "biliti bli", og: "ogist ogi", less: "lessli", "": "li",
});
const STEP_3 = step({
  tion: "tional", ate: "ational", al: "alize", ic: "icate iciti ical", "": "ful ness ative",
});
const STEP_4 = step({
  "": "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion",
});

/**
 * The stem of a term; of one with other characters than a to z and the apostrophe, itself.
 * @param {string} term
 * @returns {string}
 */
export function stem(term) {
  if (!/^[a-z']+$/.test(term)) return term;
  const form = FORMS.get(term.replace(POSSESSIVE, "")) ?? term;
  const irregular = IRREGULAR.get(form);
  if (irregular !== undefined) return irregular;
  if (form.length < 3) return form;
  // A y that is no vowel is written Y meanwhile.
  let word = form.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const first = FIRST_REGION.exec(word) ?? REGION.exec(word);
  const r1 = first ? first[0].length : word.length;
  const second = first && REGION.exec(word.slice(r1));
  const r2 = second ? r1 + second[0].length : word.length;

  word = plural(word);
  word = past(word, r1);
  word = word.replace(/^(.+[^aeiouy])[yY]$/, "$1i");
  word = replaceEnding(word, STEP_2, r1, (ending, before) =>
    ending === "li" ? /[cdeghkmnrt]$/.test(before) : ending !== "ogi" || before.endsWith("l"));
  word = replaceEnding(word, STEP_3, r1, (ending, before) =>
    ending !== "ative" || before.length >= r2);
  word = replaceEnding(word, STEP_4, r2, (ending, before) =>
    ending !== "ion" || /[st]$/.test(before));
  word = lastLetter(word, r1, r2);
  return word.replaceAll("Y", "y") || term;
}

/**
 * @param {string} word
 * @param {ReturnType<typeof step>} rules
 * @param {number} region  where the ending may begin
 * @param {(ending: string, before: string) => boolean} allowed
 */
function replaceEnding(word, { table, pattern }, region, allowed) {
  const found = pattern.exec(word);
  if (!found || found.index < region) return word;
  const before = word.slice(0, found.index);
  return allowed(found[0], before) ? before + table.get(found[0]) : word;
}

/** @param {string} word */
function plural(word) {
  word = word.replace(/'(?:s'?)?$/, "");
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[^us]s$/.test(word) && VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/**
 * @param {string} word
 * @param {number} r1
 */
function past(word, r1) {
  const found = /(?:eed|ed|ing)(?:ly)?$/.exec(word);
  if (!found) return word;
  const before = word.slice(0, found.index);
  if (found[0].startsWith("eed")) {
    return found.index >= r1 && !/^(?:succ|proc|exc)$/.test(before) ? `${before}ee` : word;
  }
  if (found[0] === "ing") {
    if (/^[^aeiouy]y$/.test(before)) return `${before[0]}ie`;
    if (/^(?:even|cann|inn|earr|herr|out)$/.test(before)) return word;
  }
  if (!VOWEL.test(before)) return word;
  if (/(?:at|bl|iz)$/.test(before)) return `${before}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before)) {
    return /^[aeo]..$/.test(before) ? before : before.slice(0, -1);
  }
  return before.length === r1 && SHORT_SYLLABLE.test(before) ? `${before}e` : before;
}

/**
 * @param {string} word
 * @param {number} r1
 * @param {number} r2
 */
function lastLetter(word, r1, r2) {
  const before = word.slice(0, -1);
  if (word.endsWith("e")) {
    const goes = before.length >= r2 || (before.length >= r1 && !SHORT_SYLLABLE.test(before));
    return goes ? before : word;
  }
  return word.endsWith("ll") && before.length >= r2 ? before : word;
}
