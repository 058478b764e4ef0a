import { keepTyped } from "./modules/keep-typed.js";
import { print } from "./modules/print.js";

const modules = { "keep-typed": keepTyped, print };

for (const element of document.querySelectorAll("[data-module]")) modules[element.dataset.module]?.(element);
