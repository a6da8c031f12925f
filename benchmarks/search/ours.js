// What the benchmark sees of the search page: when an answer stands there, and what is in it.
(() => {
  /** Settles when hits have come: a moment of performance.now(), and which passages they are. */
  const answer = () => new Promise((done, failed) => {
    const look = () => {
      const hits = document.querySelector("[data-hits]");
      if (!["ready", "error"].includes(hits?.dataset.state)) return;
      watch.disconnect();
      if (hits.dataset.state === "error") failed(new Error(document.querySelector("[data-status]").textContent));
      const at = performance.now();
      performance.mark("answered");
      const found = [...hits.querySelectorAll("[data-passage]")];
      done({ at, found: found.map((hit) => [hit.closest("[data-edition]").dataset.edition, hit.dataset.passage]) });
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] });
  });
  window.first = answer();
  window.ask = async (words) => {
    const start = performance.now();
    const field = document.querySelector("[data-search] input[name=q]");
    field.value = `"${words}"`;
    const coming = answer();
    field.form.requestSubmit();
    const { at, found } = await coming;
    return { at: at - start, found };
  };
})();
