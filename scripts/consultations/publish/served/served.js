/**
 * The script that every page has while it is served for editing, and none that is published.
 *
 * It asks whether the page has changed. Where it has, the page is loaded again, and the passage that
 * stood uppermost on the screen is brought to where it stood.
 */

(() => {
  const NEAR = 40; // elements that are remembered: the words of some, and so their ids, may have changed
  const HELD = "served:place";
  const SETTLED = 500; // milliseconds in which a page may still move: by its fragment, and by fonts that come late
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
    history.scrollRestoration = "manual"; // the browser would go to where the page was scrolled, whatever stands there
  }

  /** Bring the passage that was held to where it stood, and keep it there until the page has settled. */
  function takeUp() {
    const held = JSON.parse(sessionStorage.getItem(HELD) ?? "null");
    sessionStorage.removeItem(HELD);
    history.scrollRestoration = "auto";
    if (held?.page !== location.pathname) return;
    const there = held.nearest.find(({ id }) => document.getElementById(id) !== null);
    if (there === undefined) return;
    const until = performance.now() + SETTLED;
    let isMoved = false; // by the reader, who then goes where he likes
    for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(kind, () => (isMoved = true), { once: true, passive: true });
    }
    const keep = () => {
      const found = document.getElementById(there.id);
      if (isMoved || found === null) return;
      scrollBy({ top: found.getBoundingClientRect().top - there.top, behavior: "instant" });
      if (performance.now() < until) requestAnimationFrame(keep);
    };
    keep();
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
    takeUp();
    watch();
  });
})();
