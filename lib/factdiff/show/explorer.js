"use strict";
(function () {
  function make(tag, properties, ...inside) {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...inside);
    return node;
  }

  /* The filters of a matrix. Made here, so that a page without scripts has none that do nothing. */
  function addFilters(place) {
    const table = place.parentElement.querySelector("table.matrix");
    const facts = Array.from(table.tBodies);
    const words = new Map();
    const outlets = JSON.parse(place.dataset.outlets);
    const types = JSON.parse(place.dataset.types);

    function pick(name, label, options) {
      const select = make("select", { name });
      select.append(make("option", { value: "", textContent: "all" }));
      for (const [value, text] of options) select.append(make("option", { value, textContent: text }));
      place.append(make("label", {}, label, select));
      return select;
    }

    const found = (key) => [...new Set(facts.map((fact) => fact.dataset[key]))];
    const byName = outlets.map((name, n) => [String(n), name]).sort((a, b) => a[1].localeCompare(b[1]));
    const verdict = pick("verdict", "Verdict", found("verdict").map((v) => [v, v]));
    const type = pick("type", "Type", found("type").map((t) => [t, types[t]]));
    const outlet = pick("outlet", "Reported by", byName);
    const text = make("input", { type: "search", name: "text", autocomplete: "off" });
    const open = make("button", { type: "button", name: "open", textContent: "Open all evidence" });
    const clear = make("button", { type: "button", name: "clear", textContent: "Show all facts" });
    const count = make("output");
    count.setAttribute("aria-live", "polite");
    place.append(make("label", {}, "Words", text), clear, open, count);
    place.setAttribute("role", "search");
    place.setAttribute("aria-label", "Filter the facts");

    function read(fact) {
      if (!words.has(fact)) {
        const parts = fact.querySelectorAll(".fact, .entry, blockquote, figcaption b, figcaption > a:first-child, .voice, .origin");
        words.set(fact, Array.from(parts, (part) => part.textContent).join(" ").toLowerCase());
      }
      return words.get(fact);
    }

    function fits(fact) {
      const wanted = text.value.trim().toLowerCase();
      return (!verdict.value || fact.dataset.verdict === verdict.value)
        && (!type.value || fact.dataset.type === type.value)
        && (!outlet.value || fact.dataset.reported.split(" ").includes(outlet.value))
        && (!wanted || read(fact).includes(wanted));
    }

    function filter() {
      let shown = 0;
      for (const fact of facts) {
        fact.hidden = !fits(fact);
        shown += fact.hidden ? 0 : 1;
      }
      clear.hidden = shown === facts.length;
      count.textContent = shown + " of " + facts.length + " facts";
    }

    place.addEventListener("input", filter);
    clear.addEventListener("click", () => {
      for (const field of [verdict, type, outlet, text]) field.value = "";
      filter();
      text.focus();
    });
    open.addEventListener("click", () => {
      const wanted = open.textContent.startsWith("Open");
      for (const fact of facts) fact.querySelector("details").open = wanted && !fact.hidden;
      open.textContent = wanted ? "Close all evidence" : "Open all evidence";
    });
    for (const fact of facts) {
      fact.rows[0].addEventListener("click", () => {
        if (String(window.getSelection())) return;
        const details = fact.querySelector("details");
        details.open = !details.open;
      });
    }
    place.hidden = false;
    filter();
  }

  /* The way into an article: its text opens, the evidence is lit, and a button leads back. */
  function follow(root, link) {
    const first = root.querySelector("#" + CSS.escape(link.hash.slice(1)));
    if (!first) return false;
    leave(root);
    for (let at = first.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    const pieces = first.parentElement.children;
    const [from, to] = link.dataset.pieces.split(" ").map(Number);
    const [start, end] = link.dataset.value.split(" ").map(Number);
    for (let n = from; n < to; n += 1) pieces[n].classList.add("lit");
    for (let n = start; n < end; n += 1) pieces[n].classList.add("lit-value");
    const back = make("button", { type: "button", className: "back", textContent: "Back to the evidence" });
    back.addEventListener("click", () => {
      leave(root);
      link.scrollIntoView({ block: "center" });
      link.focus({ preventScroll: true });
    });
    pieces[to - 1].after(back);
    first.tabIndex = -1;
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    return true;
  }

  function leave(root) {
    for (const piece of root.querySelectorAll(".lit")) piece.classList.remove("lit", "lit-value");
    for (const back of root.querySelectorAll("button.back")) back.remove();
  }

  for (const root of document.querySelectorAll("[data-factdiff]:not([data-live])")) {
    root.dataset.live = "";
    for (const place of root.querySelectorAll(".filters")) addFilters(place);
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a.into");
      if (link && follow(root, link)) event.preventDefault();
    });
  }
})();
