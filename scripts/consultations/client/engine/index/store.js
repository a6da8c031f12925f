/**
 * The files of the index. Each is fetched once, compared with its hash, and unpacked.
 *
 * @module store
 */

import { INDEX } from "../analysis/contract.js";

/** A file of the index that is damaged, or one of a form that this page does not know. */
export class IndexError extends Error {
  /**
   * @param {string} what
   * @param {string} [remedy]
   */
  constructor(what, remedy = "load the page again; if it stays so, tell whoever runs this site") {
    super(what);
    this.remedy = remedy;
  }
}

/** A file that did not come. */
export class NetworkError extends Error {
  /** @param {string} file */
  constructor(file) {
    super(`${file} did not come`);
    this.remedy = "look at the connection, and ask again";
  }
}

/**
 * How a file of the index is read: its name, the address of its folder, and whether a copy that the
 * browser has kept may be used.
 * @typedef {(name: string, base: string, cache: RequestCache) => Promise<ArrayBuffer>} Read
 */

/** The files of one index. */
export class Store {
  /**
   * @param {string} base  address of the folder, with its last slash
   * @param {(files: number, bytes: number) => void} [progress]
   *   told how many files are on their way and how many bytes came, whenever that changes
   * @param {Read} [read]  how a file is read
   * @param {string} [told]  the manifest, where somebody has it already
   */
  constructor(base, progress = () => {}, read = fetched, told = "") {
    this.base = base;
    this.told = told;
    this.progress = progress;
    this.read = read;
    this.waiting = 0;
    this.received = 0;
    /** @type {Map<string, Promise<any>>} */
    this.shards = new Map();
  }

  /**
   * The manifest, which says which files belong together. Where it was not told, this file is asked for
   * anew each time. Only this one holds its own hash: that of all that stands before it.
   * @returns {Promise<any>}  what it says, once it is known which form it has
   * @throws {IndexError} it is damaged, or of a form that this page does not know
   */
  async manifest() {
    const text = this.told || new TextDecoder().decode(await this.#fetch("manifest.json", "no-cache"));
    const told = parsed(text);
    if (Number.isInteger(told?.format) && told.format !== INDEX.format) {
      throw new IndexError(
        `the index has form ${told.format}, and this page reads form ${INDEX.format}`,
        "load the page again without the browser's cache",
      );
    }
    const end = text.lastIndexOf(INDEX.seal);
    const found = await this.#hash(new TextEncoder().encode(text.slice(0, Math.max(end, 0))));
    if (told?.digest !== found.slice(0, 2 * INDEX.hashBytes)) {
      throw new IndexError("the search's manifest.json is damaged: it is not what its hash says");
    }
    return told;
  }

  /**
   * A shard, unpacked and read.
   * @template T
   * @param {string} kind
   * @param {string} hash  the beginning of its SHA-256, in hexadecimal
   * @param {(bytes: Uint8Array) => T} read
   * @returns {Promise<T>}
   */
  shard(kind, hash, read) {
    const name = `${kind}-${hash}.bin`;
    let shard = this.shards.get(name);
    if (!shard) {
      shard = this.#shard(name, hash).then(read);
      this.shards.set(name, shard);
      // A file that failed is forgotten, so that the next question fetches it again.
      shard.catch(() => this.shards.delete(name));
    }
    return shard;
  }

  /**
   * @param {string} name
   * @param {string} hash
   */
  async #shard(name, hash) {
    const packed = await this.#fetch(name, "default");
    const found = await this.#hash(packed);
    if (!found.startsWith(hash)) {
      throw new IndexError(`${name} is damaged: its hash is ${found.slice(0, hash.length)}`);
    }
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /**
   * The SHA-256 of bytes, in hexadecimal.
   * @param {BufferSource} bytes
   */
  async #hash(bytes) {
    if (!globalThis.crypto?.subtle) {
      const what = "this browser cannot hold the index to its hashes here";
      throw new IndexError(what, "open this site by https, or on the machine that serves it");
    }
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /**
   * @param {string} name
   * @param {RequestCache} cache
   */
  async #fetch(name, cache) {
    this.waiting += 1;
    this.progress(this.waiting, this.received);
    try {
      const bytes = await this.read(name, this.base, cache);
      this.received += bytes.byteLength;
      return bytes;
    } catch {
      throw new NetworkError(name);
    } finally {
      this.waiting -= 1;
      this.progress(this.waiting, this.received);
    }
  }
}

/**
 * What a text says as JSON; null where it is none.
 * @param {string} text
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A file as a server sends it.
 * @type {Read}
 */
async function fetched(name, base, cache) {
  const response = await fetch(new URL(name, base), { cache });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.arrayBuffer();
}
