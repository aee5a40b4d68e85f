/** The script of the page: it shows the filter, and hides the rows that do not fit it. */
export const pageScript = `
"use strict";
{
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const valueOf = (id) => document.getElementById(id).value;
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => ({
    row,
    state: row.className,
    namespace: row.dataset.namespace,
    ask: row.cells[2].textContent.toLowerCase(),
    rules: row.cells[7].textContent.split(" "),
    text: [...row.cells].map((cell) => cell.textContent).join(" ").toLowerCase(),
  }));
  const apply = () => {
    const words = valueOf("text").toLowerCase().split(/\\s+/);
    const host = valueOf("host").trim().toLowerCase();
    const state = valueOf("state");
    const namespace = valueOf("namespace");
    const rule = valueOf("rule");
    let shown = 0;
    for (const one of rows) {
      const fits = (state === "" || one.state === state) && (namespace === "" || one.namespace === namespace) &&
        (rule === "" || one.rules.includes(rule)) && one.ask.includes(host) &&
        words.every((word) => one.text.includes(word));
      one.row.hidden = !fits;
      if (fits) shown++;
    }
    const all = rows.length === 1 ? "1 route" : rows.length + " routes";
    count.textContent = shown === rows.length ? all : shown + " of " + all;
  };
  let frame = 0;
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(apply);
  };
  form.addEventListener("input", later);
  form.addEventListener("reset", later);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  // A browser may keep what was typed when the page is loaded again.
  apply();
}
`;
