/**
 * Forms in which a passage is cited, with holes for what is said of it. Written by
 * tools/citation-forms and pages/citing.py; do not edit.
 *
 * @module forms
 */

/** An entry of BibTeX. */
export const BIBTEX = "@misc{\"key\",\n    author = {\"authors\"},\n    title = {{\"title\"}},\n    organization = {\"publisher\"},\n    year = {\"year\"},\n    month = {\"month\"},\n    day = {\"day\"},\n    note = {\"note\"},\n    pages = {\"pages\"},\n    url = {\"address\"}\n}\n";

/** A record of RIS. */
export const RIS = "TY  - ELEC\nAU  - \"authors\"\nTI  - \"title\"\nPB  - \"publisher\"\nPY  - \"year\"\nDA  - \"date\"\nSP  - \"place\"\nEP  - \"end\"\nN1  - \"note\"\nUR  - \"address\"\nER  - \n";

/** What stands in BibTeX for the signs that TeX acts on. @type {Record<string, string>} */
export const ESCAPES = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "$": "\\$",
  "#": "\\#",
  "%": "\\%",
  "&": "\\&",
  "_": "\\_"
};

/** A name with one of these is put in braces, or BibTeX takes it apart. */
export const PARTED = ",|\\band\\b";
