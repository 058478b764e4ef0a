import { codeInAddress } from "./modules/code-in-address.js";
import { find } from "./modules/find.js";
import { keepTyped } from "./modules/keep-typed.js";
import { print } from "./modules/print.js";
import { slides } from "./modules/slides.js";
import { unsaved } from "./modules/unsaved.js";

const modules = { "code-in-address": codeInAddress, find, "keep-typed": keepTyped, print, slides, unsaved };

for (const element of document.querySelectorAll("[data-module]")) modules[element.dataset.module]?.(element);
