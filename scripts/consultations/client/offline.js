/**
 * Keeps what was read, and the search index, for when there is no connection: a service worker, which
 * publish/bundle/offline.py puts beside the site's first page with the name of the build and its files.
 *
 * A build is everything that pages run and search by: scripts, style, the index's manifest. Each page says
 * of which build it is. A page of this build is given the files of this build, as they were kept when this
 * worker was installed and held to their hashes. A page of another build is given nothing that is kept: it
 * asks the network alone. So no page meets an index or a script of another build.
 *
 * Pages themselves come from the network where there is one, and are kept as they come.
 *
 * @module offline
 */

/**
 * build: its name; files: of the build, each with its SHA-256 in hexadecimal; index: files of the index, whose
 * names have their hashes; none where they are too many to be kept unasked. Paths from the first page.
 * @typedef {{ build: string, files: Record<string, string>, index: string[] }} Kept
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { build, files, index } = /** @type {Kept} */ (/** @type {any} */ (globalThis).kept);
const { scope } = worker.registration;
/** Sites beside this one on the same host have caches of their own names. */
const OURS = `consultations ${new URL(scope).pathname} `;
const CACHE = OURS + build;
/** Before the id of a page that is open: such a name is kept while its page is of this build. */
const OPEN = new URL(".open/", scope).href;
const SHARD = /^search\/[a-z]+-[0-9a-f]+\.bin$/;
const BUILD = /<html[^<>]* data-build="([0-9a-f]+)"/;

const at = (/** @type {string} */ path) => new URL(path, scope).href;
const pathOf = (/** @type {string} */ url) => url.slice(scope.length);
const isPage = (/** @type {string} */ url) => /(?:^|\/)(?:index\.html)?$/.test(pathOf(url));
/** The address under which a page is kept: without what stands after `?` and `#`. */
const bare = (/** @type {string} */ url) => url.replace(/[?#].*/, "").replace(/index\.html$/, "");

/** Pages that were given as they were kept, by the ids of their clients. */
const fromKept = new Set();

/**
 * The build that a page says it is of, read from its beginning; empty where it says none.
 * @param {Response} response  is used up
 */
async function buildOf(response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let begun = "";
  for (let more = await reader?.read(); more?.value; more = await reader?.read()) {
    begun += more.value;
    if (begun.includes("<body")) break;
  }
  reader?.cancel().catch(() => {});
  return BUILD.exec(begun)?.[1] ?? "";
}

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Keeps a file of this build.
 * @throws {Error} the site has another there: it is being published, and will be looked at again
 */
async function keepFile(/** @type {Cache} */ cache, /** @type {string} */ path, /** @type {string} */ hash) {
  const response = await fetch(at(path), { cache: "no-cache" });
  const found = await hashOf(await response.clone().arrayBuffer());
  if (!response.ok || found !== hash) throw new Error(`${path} is not of build ${build}`);
  await cache.put(at(path), response);
}

/** Keeps a page, if it is of this build. */
async function keepPage(/** @type {Cache} */ cache, /** @type {string} */ url) {
  const response = await fetch(bare(url), { cache: "no-cache" });
  if (response.ok && await buildOf(response.clone()) === build) await cache.put(bare(url), response);
}

/** Keeps what is not kept yet of the index. */
async function keepIndex() {
  const cache = await caches.open(CACHE);
  for (const path of index) {
    if (await cache.match(at(path))) continue;
    const response = await fetch(at(path));
    if (response.ok) await cache.put(at(path), response);
  }
}

/** The names of what builds before this one have kept. */
const former = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);

worker.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(files).map(([path, hash]) => keepFile(cache, path, hash)));
  // What was read before is kept on, as it is now.
  for (const name of await former()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (isPage(url)) await keepPage(cache, url).catch(() => {});
    }
  }
  await worker.skipWaiting();
})()));

worker.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await former()) await caches.delete(name);
  await worker.clients.claim();
})()));

/** Notes that the page, or the worker of a page, with this id is of this build. */
async function own(/** @type {string} */ id) {
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) {
    const closed = url.startsWith(OPEN) && !await worker.clients.get(url.slice(OPEN.length));
    if (closed) await cache.delete(url);
  }
  if (id) await cache.put(OPEN + id, new Response(build));
}

/** What is still being found out of pages that are opening, by the ids of their clients. */
const opening = /** @type {Map<string, Promise<unknown>>} */ (new Map());

/** @param {string} id of a client */
async function isOwn(id) {
  await opening.get(id);
  return (await (await caches.open(CACHE)).match(OPEN + id)) !== undefined;
}

/**
 * A page: from the network, where there is one.
 * @param {FetchEvent} event
 */
async function page(event) {
  const { request, resultingClientId: id } = event;
  try {
    const response = await fetch(request);
    const [read, kept] = [response.clone(), response.clone()];
    const found = buildOf(read).then(async (its) => {
      if (its === build) await own(id);
      else if (its) worker.registration.update().catch(() => {});
      if (its === build && response.ok) await (await caches.open(CACHE)).put(bare(request.url), kept);
    }).catch(() => {});
    opening.set(id, found);
    event.waitUntil(found.then(() => opening.delete(id)));
    return response;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(bare(request.url));
    if (!kept) throw error;
    fromKept.add(id);
    await own(id);
    return kept;
  }
}

/**
 * A part of a page: what is kept of this build, for a page of this build.
 * @param {FetchEvent} event
 */
async function part(event) {
  const { request, clientId, resultingClientId } = event;
  if (!await isOwn(clientId)) return fetch(request);
  if (request.destination === "worker") await own(resultingClientId);
  const cache = await caches.open(CACHE);
  const kept = await cache.match(bare(request.url));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && SHARD.test(pathOf(request.url))) await cache.put(request.url, response.clone());
  return response;
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : part(event));
});

worker.addEventListener("message", (event) => {
  const { url: read } = /** @type {import("./messages.js").ToKeep} */ (event.data);
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    if (!read.startsWith(scope)) return;
    if (!await cache.match(bare(read))) await keepPage(cache, read).catch(() => {});
    // The first page of all is looked at by many who go no further.
    if (bare(read) !== scope) await keepIndex().catch(() => {});
    const pages = (await cache.keys()).filter(({ url }) => isPage(url)).length;
    const { source } = event;
    const isKept = source instanceof Client && fromKept.has(source.id);
    source?.postMessage(/** @type {import("./messages.js").KeptPages} */ ({ pages, isKept }));
  })());
});

export {};
