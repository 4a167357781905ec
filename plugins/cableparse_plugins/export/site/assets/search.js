// The search of a site. It loads the files of words that a query needs, each as a script, so that it
// works from a web server and from a disk. What the files hold is written in the module `search`.
"use strict";

const cableparse = (() => {
  const SHOWN = 20;
  let count = 0;
  let perFile = 0;
  let firstWords = [];
  const loaded = new Map(); // by the file's name: a promise of its data
  const given = new Map(); // data that a file has handed over

  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(
        name,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = `search/${name}.js`;
          script.onload = () => resolve(given.get(name));
          script.onerror = () => {
            loaded.delete(name);
            reject(new Error(`${script.src} can't be loaded`));
          };
          document.head.append(script);
        }),
      );
    }
    return loaded.get(name);
  }

  // Words as the index has them: small letters, no accents, two letters or more.
  function wordsOf(text) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    const words = plain.match(/[\p{L}\p{N}]+/gu) || [];
    return words.filter((word) => [...word].length > 1 && [...word].length <= 40);
  }

  // The index of words is sorted by code points, as Python sorts, and JavaScript does not.
  function before(one, other) {
    const a = [...one];
    const b = [...other];
    for (let at = 0; at < a.length && at < b.length; at += 1) {
      if (a[at] !== b[at]) return a[at].codePointAt(0) < b[at].codePointAt(0);
    }
    return a.length < b.length;
  }

  function fileOf(word) {
    let low = 0;
    let high = firstWords.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(word, firstWords[middle])) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  }

  function addTo(scores, postings, found) {
    const rarity = Math.log(1 + count / found);
    let cable = 0;
    for (let at = 0; at < postings.length; at += 2) {
      cable += postings[at];
      scores.set(cable, Math.max(scores.get(cable) || 0, postings[at + 1] * rarity));
    }
  }

  // The cables that have a word, or one that begins so; null where nearly all have it.
  async function cablesWith(word, mayBeCut) {
    const scores = new Map();
    let common = false;
    for (let file = fileOf(word); file < firstWords.length; file += 1) {
      if (file > fileOf(word) && !(mayBeCut && firstWords[file].startsWith(word))) break;
      const words = await load(`words-${file}`);
      if (Object.hasOwn(words, word) && words[word] === null) common = true;
      const names = mayBeCut ? Object.keys(words).filter((one) => one.startsWith(word)) : [word];
      for (const name of names) {
        if (!Object.hasOwn(words, name)) continue;
        if (words[name] !== null) addTo(scores, words[name], words[name].length / 2);
        else if (name !== word) common = true;
      }
    }
    return common ? null : scores;
  }

  async function find(query) {
    const words = wordsOf(query);
    const last = words.length - 1;
    const cut = !/\s$/.test(query);
    let found = null;
    const common = [];
    for (const [at, word] of words.entries()) {
      const scores = await cablesWith(word, cut && at === last);
      if (scores === null) {
        common.push(word);
        continue;
      }
      if (found === null) {
        found = scores;
        continue;
      }
      for (const [cable, score] of found) {
        if (scores.has(cable)) found.set(cable, score + scores.get(cable));
        else found.delete(cable);
      }
    }
    const cables = [...(found || new Map())].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { cables: cables.map(([cable]) => cable), common, words };
  }

  async function said(cable) {
    const file = Math.floor(cable / perFile);
    return (await load(`cables-${file}`))[cable % perFile];
  }

  function item([page, title, label, sent]) {
    const one = document.createElement("li");
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    link.href = page;
    name.textContent = title || label;
    link.append(name);
    one.append(link, document.createElement("br"), `${label}, ${sent || "without a date"}`);
    return one;
  }

  function begin() {
    const input = document.getElementById("q");
    const status = document.getElementById("status");
    const results = document.getElementById("results");
    const more = document.getElementById("more");
    let cables = [];
    let asked = 0;
    let shown = 0;

    async function show(mine) {
      more.hidden = true; // until these are there
      const next = cables.slice(shown, shown + SHOWN);
      const items = await Promise.all(next.map(said));
      if (mine !== asked) return;
      results.append(...items.map(item));
      shown += next.length;
      more.hidden = shown >= cables.length;
    }

    let waiting;

    async function ask() {
      clearTimeout(waiting); // what was typed is asked now, and not once more
      asked += 1;
      const mine = asked;
      try {
        const answer = await find(input.value);
        if (mine !== asked) return; // another word was typed meanwhile
        cables = answer.cables;
        shown = 0;
        results.replaceChildren();
        more.hidden = true;
        const most = answer.common.map((word) => `“${word}”`).join(", ");
        if (answer.words.length === 0) status.textContent = "";
        else if (answer.common.length === answer.words.length) {
          status.textContent = `Most cables have ${most}: add another word.`;
        } else {
          const number = cables.length.toLocaleString("en");
          status.textContent =
            `${number} cable${cables.length === 1 ? "" : "s"}` +
            (most ? `; most have ${most}, which was passed over` : "");
        }
        await show(mine);
      } catch (error) {
        status.textContent = `The search failed: ${error.message}.`;
      }
      document.documentElement.dataset.searched = String(mine);
    }

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 120);
    });
    document.getElementById("form").addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
    });
    more.addEventListener("click", () => show(asked));
    input.value = new URLSearchParams(location.search).get("q") || "";
    if (input.value) ask();
  }

  return {
    words(number, inAFile, words) {
      count = number;
      perFile = inAFile;
      firstWords = words;
      begin();
    },
    shard(number, words) {
      given.set(`words-${number}`, words);
    },
    cables(number, some) {
      given.set(`cables-${number}`, some);
    },
    find,
    said,
  };
})();
