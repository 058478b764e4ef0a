import { Shelf } from "./models/shelf.js";
import { Answering } from "./modules/answering.js";

const root = document.querySelector("[data-module=answering]");
const over = document.querySelector("[data-module=over]");
Shelf.sweep({ open: root?.dataset.wave, over: over?.dataset.wave });
if (root) new Answering(root);
