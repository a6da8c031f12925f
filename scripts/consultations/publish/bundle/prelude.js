"use strict";
// Under a symbol, since an element of a page whose id is a plain name would stand there instead.
// The first script says where the folder of all of them is: one that comes later cannot tell in a worker.
const { modules, folder } = (globalThis[Symbol.for("consultations")] ??= {
  modules: {},
  folder: new URL(top, globalThis.document?.currentScript?.src ?? location.href),
});
const address = (name) => new URL(`${name}.js`, folder).href;
const load = async (name) => {
  if (!modules[name]) {
    const from = address(name);
    // A worker has no elements; a page that is opened from a disk takes scripts by elements alone.
    await (globalThis.document ? new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = from;
      script.onload = loaded;
      script.onerror = () => failed(new Error(`${from} did not come`));
      document.head.append(script);
    }) : import(from));
  }
  return modules[name];
};
