/**
 * Who answers questions: a worker. On a page that is opened from a disk, where a browser starts none,
 * it is the page itself, asked in the same way.
 *
 * @module connection
 */

/** @returns {Worker | MessagePort} to post the messages to that messages.js draws */
export function connect() {
  if (location.protocol !== "file:") {
    return new Worker(new URL("../worker.js", import.meta.url), { type: "module" });
  }
  const { port1, port2 } = new MessageChannel();
  port1.start();
  Promise.all([import("../worker.js"), import("./disk.js")]).then(
    ([{ serve }, { read }]) => {
      serve(port2, read);
      port2.start();
    },
    () => port1.dispatchEvent(new Event("error")),
  );
  return port1;
}
