/**
 * What every page starts with.
 *
 * @module page
 */

import "./field.js";
import "./folders.js";
