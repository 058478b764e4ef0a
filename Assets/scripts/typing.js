import { Typing } from "./modules/typing.js";

const place = document.querySelector("[data-module=typing]");
if (place) new Typing(place);
