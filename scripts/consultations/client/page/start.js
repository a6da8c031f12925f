/**
 * The script of a page that has no other. A page on which the reader waits for an answer has the frame in its
 * own script: a request less.
 *
 * @module start
 */

import "./frame/frame.js";
