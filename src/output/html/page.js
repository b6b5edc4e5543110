// Lights up what belongs together, filters, and turns the page dark or light. All of the page is there without it.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  for (const part of all(".scripted")) part.hidden = false;

  // Dark or light: the other one than what is seen now.
  const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  document.querySelector(".theme").addEventListener("click", () => {
    const root = document.documentElement;
    const now = root.dataset.theme || (dark() ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  });

  // Rows and the words they stand on: a mark names the ids of its rows.
  const light = (element) => {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    if (!element) return;
    const rows = element.matches("mark") ? element.dataset.for.split(" ") : [element.id];
    for (const id of rows) {
      document.getElementById(id)?.classList.add("lit");
      for (const mark of all(`mark[data-for~="${CSS.escape(id)}"]`)) mark.classList.add("lit");
    }
  };
  const owner = (target) => target instanceof Element && target.closest("mark, tr[id]");
  const aim = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  addEventListener("hashchange", () => light(aim()));
  document.addEventListener("pointerover", (event) => light(owner(event.target) || aim()));
  document.addEventListener("focusin", (event) => light(owner(event.target) || aim()));
  light(aim());

  // Filters. Spelling that means nothing is no hindrance: vowel signs, hamza, accents, the digits of the other script.
  const fold = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\p{M}\u0640\p{Cf}]/gu, "").replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[،٬,]/g, "").replace(/٫/g, ".").replace(/ى/g, "ي").replace(/ة/g, "ه");
  const rows = all("tbody tr[id]").map((row) => ({ row, text: fold(row.textContent) }));
  const fields = all("[data-filter]");
  const field = (name) => fields.find((field) => field.dataset.filter === name);
  const choice = (name, value, label) => {
    const option = new Option(label, value);
    option.dir = "auto";
    field(name)?.append(option);
  };
  const kinds = new Map(rows.map(({ row }) => [row.dataset.kind, row.querySelector(".kind").textContent]));
  for (const [kind, label] of [...kinds].sort((a, b) => a[1].localeCompare(b[1]))) choice("kind", kind, label);
  const articles = all("main > article");
  for (const article of articles) choice("article", article.id, article.querySelector("h2").textContent);
  const filter = () => {
    const value = (name) => field(name)?.value ?? "";
    const words = fold(value("text")).split(/\s+/);
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = (!value("kind") || row.dataset.kind === value("kind")) && words.every((word) => text.includes(word));
      row.hidden = !fits;
    }
    const narrow = value("kind") || value("text").trim();
    for (const article of articles) {
      const left = all("tbody tr[id]:not([hidden])", article).length;
      article.hidden = (value("article") && article.id !== value("article")) || (narrow && !left);
      if (!article.hidden) shown += left;
    }
    const output = document.querySelector("output");
    output.textContent = `${shown} ${output.dataset.of} ${rows.length} ${output.dataset.shown}`;
  };
  for (const field of fields) field.addEventListener("input", filter);
  if (rows.length) filter();
})();
