/** The functions of fuzz.py beside this file, as the browser has them. */

const modules = [
  "engine/analysis/analysis", "engine/analysis/stemmer", "engine/analysis/units", "engine/answer/excerpt",
  "engine/query/vocabulary", "engine/query/query", "engine/query/rank", "check/article", "check/comparison",
  "check/difference", "check/interpretation",
];

/** What each function gives for each sample, by its name. The client's folder is at `client`. */
export async function results(client, table, samples) {
  const all = Object.assign({}, ...await Promise.all(modules.map((name) => import(`${client}/${name}.js`))));
  const functions = made(all, new all.Analysis(table));
  return samples.map((sample) => {
    const told = {};
    for (const [name, give] of Object.entries(functions)) told[name] = give(...sample);
    return told;
  });
}

function made(all, analysis) {
  const comparison = new all.Comparison(analysis);
  const tokens = (text) => analysis.tokens(text);
  const listed = (found) => found && [
    found.words.map(({ term, start, end }) => [term, start, end]), found.gaps,
    found.marks.map((mark) => mark && [
      mark.lead, mark.shown, mark.trail, mark.before, mark.after, mark.isEllipsis, mark.points,
    ]),
    found.noted,
  ];
  const gap = (text) => {
    let [found, last] = ["", 0];
    for (const { start, end } of tokens(text)) {
      found += text.slice(last, start);
      last = end;
    }
    return found + text.slice(last);
  };
  const query = (text) => {
    try {
      return all.parse(text, analysis).tree;
    } catch (error) {
      if (!("place" in error)) throw error;
      return [error.message, error.remedy, error.place];
    }
  };
  return {
    tokens: (one) => tokens(one).map(({ term, start, end }) => [term, start, end]),
    stems: (one) => analysis.fold(one).map(all.stem),
    joints: (one) => [
      [...all.joints(one, tokens(one), analysis.hidden)].sort(([a], [b]) => a - b),
      analysis.fold(one).map(all.isNumeral),
    ],
    query,
    plain: (one) => {
      const bare = all.trimmed(all.unlisted(one));
      return [bare, listed(all.plain(bare, analysis)), all.lookalikes(bare, analysis)];
    },
    edited: (one) => listed(all.edited(one, analysis)),
    article: (one) => [all.quotations(one, analysis), all.withoutOwnPoint(one)],
    words: (one, other) => {
      const [a, b] = [one, other].map((text) => tokens(text).map(({ start, end }) => text.slice(start, end)));
      return a.slice(0, b.length).flatMap((word, i) =>
        [true, false].map((first) => comparison.words(word, b[i], first)));
    },
    gaps: (one, other) => {
      const [a, b] = [gap(one), gap(other)];
      const beside = ["users", "40", "ſ", "users’", ""];
      return [
        beside.map((word) => comparison.gaps(a, b, word, word)),
        beside.map((word) => comparison.start(a, b, word)),
        beside.map((word) => comparison.end(a, b, word)),
        comparison.points(a, b), comparison.endsSentence(a, b), comparison.hidden(one), all.wordsApart(a),
      ];
    },
    gravity: (one, other, word) =>
      ["changed", "typography"].map((op) => all.gravity({ op, given: word, found: other }, analysis)),
    excerpt: (one, other, word, pattern, numbers) => {
      const text = `${one} ${other}`.repeat(numbers[3]);
      const marks = tokens(text).map(({ start, end }) => [start, end]).filter((_, i) => i % numbers[1] === 0);
      const { text: shown, marks: found, before, after } = all.excerpt(text, marks);
      return [shown, found, before, after];
    },
    spellings: (one, other, word, pattern, numbers) => {
      const limit = numbers[3] + 1;
      return [all.like(word, pattern), Math.min(all.distance(word, pattern, limit), limit + 1)];
    },
    score: (one, other, word, pattern, [passages, frequency, length, stream]) => {
      const rare = all.rarity(passages, Math.min(frequency, passages));
      const streams = [0, 1, 2].map((i) => [passages, passages * length + i]);
      return [rare, all.score(rare, frequency, { length, stream }, streams)];
    },
  };
}
