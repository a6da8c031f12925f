/**
 * Files of an index in their second form, for pages that are opened from a disk: there a browser reads
 * no file but what an element names. Each file stands in a script that hands it over in base64.
 * docs/project/index-format.md draws it; export/disk.py writes it.
 *
 * @module disk
 */

const HANDED_OVER = Symbol.for("consultations.files");

/**
 * @param {string} name  of the file
 * @param {string} base  address of the folder of the index, with its last slash
 * @returns {Promise<ArrayBuffer>}
 */
export async function read(name, base) {
  const script = document.createElement("script");
  script.src = new URL(`disk/${name}.js`, base).href;
  await new Promise((done, failed) => {
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  script.remove();
  const files = /** @type {any} */ (globalThis)[HANDED_OVER];
  const bytes = Uint8Array.from(atob(files[name]), (letter) => letter.charCodeAt(0));
  delete files[name];
  return bytes.buffer;
}
