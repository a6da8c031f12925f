"use strict";
// Under a symbol, since an element of a page whose id is a plain name would stand there instead.
const modules = (globalThis[Symbol.for("consultations")] ??= {});
const own = globalThis.document?.currentScript?.src ?? location.href;
const load = async (name) => {
  if (!modules[name]) {
    const address = new URL(`${name}.js`, own).href;
    // A worker has no elements; a page that is opened from a disk takes scripts by elements alone.
    await (globalThis.document ? new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = loaded;
      script.onerror = () => failed(new Error(`${address} did not come`));
      document.head.append(script);
    }) : import(address));
  }
  return modules[name];
};
