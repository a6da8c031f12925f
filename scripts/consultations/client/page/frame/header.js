/**
 * The header, which goes while a reader scrolls down and comes back on scrolling up.
 *
 * @module header
 */

/** Below so many pixels a movement is none. */
const LITTLE = 8;

const header = document.querySelector(".md-header");
let last = scrollY;

/** Hides the header on the way down, but not while the focus or an open part is in it. */
function follow() {
  if (!header || Math.abs(scrollY - last) < LITTLE) return;
  const isDown = scrollY > last && scrollY > header.clientHeight;
  last = scrollY;
  const isUsed = header.matches(":has(:focus-visible, details[open], [aria-expanded=true])");
  header.classList.toggle("md-header--away", isDown && !isUsed);
}

addEventListener("scroll", follow, { passive: true });
header?.addEventListener("focusin", () => header.classList.remove("md-header--away"));
