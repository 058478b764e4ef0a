/** The sentences that the document holds for its script, so that no script holds a word. */
export class Words {
  constructor(template) {
    this.content = template.content;
  }

  get(name, values = {}) {
    const text = this.content.querySelector(`[data-word="${name}"]`).textContent;
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }
}
