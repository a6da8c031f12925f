/**
 * The elements that scripts add to pages. Whatever they hold is set as text: no string is ever read as
 * markup, so that nothing in a document or an address can act on the page.
 *
 * @module elements
 */

/**
 * An element that holds text and other elements.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inner
 */
export function element(name, attributes, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inner);
  return made;
}

/**
 * @param {string} name
 * @param {() => void} act
 */
export function action(name, act) {
  const button = element("button", { type: "button" }, name);
  button.addEventListener("click", act);
  return button;
}

/** For so many milliseconds after copying, a button says so. */
const SAID = 2000;

/**
 * A button that copies a text. Its own label says that it has been copied.
 * @param {string} name
 * @param {string} text
 * @param {(words: string) => void} tell  says what could not be done
 * @param {string} [label]  what it is called where the name does not say what it copies
 */
export function copying(name, text, tell, label = "") {
  const show = () => {
    button.textContent = name;
    if (label) button.setAttribute("aria-label", label);
  };
  const button = action(name, async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
      button.removeAttribute("aria-label"); // which would hide that from whoever listens
      setTimeout(show, SAID);
    } catch {
      tell(`This browser does not let a page copy. Here it is: ${text}`);
    }
  });
  button.setAttribute("aria-live", "polite");
  show();
  return button;
}
