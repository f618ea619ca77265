"use strict";
(function () {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const facts = Array.from(document.querySelectorAll("table.matrix tbody"));
  const fields = form.elements;
  form.hidden = false;

  function fits(fact) {
    const column = fields.outlet.value;
    const cells = fact.querySelectorAll("tr.values td");
    return (!fields.verdict.value || fact.dataset.verdict === fields.verdict.value)
      && (!fields.type.value || fact.dataset.type === fields.type.value)
      && (column === "" || !cells[Number(column)].classList.contains("silent"))
      && fact.dataset.search.includes(fields.text.value.trim().toLowerCase());
  }

  function filter() {
    let shown = 0;
    for (const fact of facts) {
      fact.hidden = !fits(fact);
      shown += fact.hidden ? 0 : 1;
    }
    form.querySelector("output").textContent = shown + " of " + facts.length + " facts";
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", (event) => {
    const open = event.target.textContent.startsWith("Open");
    for (const fact of facts) fact.querySelector("details").open = open && !fact.hidden;
    event.target.textContent = open ? "Close all evidence" : "Open all evidence";
  });
  for (const fact of facts) {
    fact.querySelector("tr.values").addEventListener("click", () => {
      if (String(window.getSelection())) return;
      const details = fact.querySelector("details");
      details.open = !details.open;
    });
  }
  filter();
})();
