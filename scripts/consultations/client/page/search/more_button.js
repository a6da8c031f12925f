/**
 * The button below a list that brings more of it; it presses itself when a reader nears the end.
 *
 * @module more_button
 */

import { action } from "../elements.js";
import { further } from "./parts.js";

/** @type {IntersectionObserver | null} */
let end = null;

/**
 * Offers more below the list.
 * @param {string} words  on the button; empty where there is no more
 * @param {() => void} ask
 * @param {string} near  more is asked for when the button is so near to the window
 */
export function offerMore(words, ask, near) {
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
