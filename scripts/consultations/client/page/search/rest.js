/**
 * The rest of a list that comes when a reader nears its end, or presses the button that stands there.
 *
 * @module rest
 */

import { action } from "../elements.js";
import { further } from "./parts.js";

/** @type {IntersectionObserver | null} */
let end = null;

/**
 * Offers the rest below the list.
 * @param {string} words  on the button; empty where there is no more
 * @param {() => void} ask
 * @param {string} near  the rest is asked for when the button is so near to the window
 */
export function offer(words, ask, near) {
  end?.disconnect();
  further.replaceChildren();
  if (!words) return;
  const more = action(words, ask);
  further.append(more);
  end = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    end?.disconnect();
    more.click();
  }, { rootMargin: near });
  end.observe(more);
}
