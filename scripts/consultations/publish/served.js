/**
 * The script that every page has while it is served for editing, and none that is published.
 *
 * It asks whether the page has changed. Where it has, the page is loaded again, and the passage that
 * stood uppermost on the screen is brought to where it stood.
 */

(() => {
  const NEAR = 40; // elements that are remembered: the words of some, and so their ids, may have changed
  const HELD = "served:place";
  const state = document.currentScript?.dataset.state ?? "";

  /** The elements with an id nearest to the upper edge, each with its way from there in pixels. */
  function place() {
    const named = [...document.querySelectorAll("main [id]")].filter((one) => one.getClientRects().length > 0);
    const at = named.map((one) => ({ id: one.id, top: one.getBoundingClientRect().top }));
    const nearest = at.sort((one, other) => Math.abs(one.top) - Math.abs(other.top)).slice(0, NEAR);
    return { page: location.pathname, nearest };
  }

  function hold() {
    sessionStorage.setItem(HELD, JSON.stringify(place()));
  }

  function takeUp() {
    const held = JSON.parse(sessionStorage.getItem(HELD) ?? "null");
    sessionStorage.removeItem(HELD);
    if (held?.page !== location.pathname) return;
    for (const { id, top } of held.nearest) {
      const found = document.getElementById(id);
      if (found === null) continue;
      scrollBy({ top: found.getBoundingClientRect().top - top, behavior: "instant" });
      return;
    }
  }

  async function watch() {
    const asked = new URLSearchParams({ page: location.pathname, state });
    for (;;) {
      try {
        const answer = await fetch(`/served/changed?${asked}`);
        if (answer.ok && (await answer.text()) !== state) break;
      } catch {
        await new Promise((done) => setTimeout(done, 1000)); // the server is being started again
      }
    }
    hold();
    location.reload();
  }

  addEventListener("load", () => {
    // After the browser has gone to the place that it remembers itself, and to a marked word.
    setTimeout(() => requestAnimationFrame(takeUp), 50);
    watch();
  });
})();
