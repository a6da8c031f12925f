/**
 * What every page starts with.
 *
 * @module start
 */

import "./field.js";
import "./folders.js";
