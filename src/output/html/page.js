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

  // Rows and the words they stand on: a mark names the ids of its rows. What is pointed at goes before what is linked to.
  const main = document.querySelector("main");
  const lit = [];
  const light = (pointed) => {
    for (const part of lit.splice(0)) part.classList.remove("lit");
    const part = (pointed ?? document.getElementById(location.hash.slice(1)))?.closest("mark, tr[id]");
    for (const id of part ? (part.dataset.for ?? part.id).split(" ") : []) {
      lit.push(document.getElementById(id), ...all(`mark[data-for~="${id}"]`, main));
    }
    for (const part of lit) part.classList.add("lit");
  };
  const pointed = (event) => light(event.target.closest("mark, tr[id]"));
  addEventListener("hashchange", () => light());
  main.addEventListener("pointerover", pointed);
  main.addEventListener("focusin", pointed);
  light();

  // Filters. Spelling that means nothing is no hindrance: vowel signs, hamza, accents, the digits of the other script.
  const fold = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\p{M}\u0640\p{Cf}]/gu, "").replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[،٬,]/g, "").replace(/٫/g, ".").replace(/ى/g, "ي").replace(/ة/g, "ه");
  const rows = all("tbody tr[id]").map((row) => ({ row, text: fold(row.textContent) }));
  const fields = all("[data-filter]");
  const field = (name) => fields.find((field) => field.dataset.filter === name);
  const boxes = all("input[data-verdict]");
  const choice = (name, value, label) => {
    const option = new Option(label, value);
    option.dir = "auto";
    field(name)?.append(option);
  };
  const kinds = new Map(rows.map(({ row }) => [row.dataset.kind, row.querySelector(".kind").textContent]));
  for (const [kind, label] of [...kinds].sort((a, b) => a[1].localeCompare(b[1]))) choice("kind", kind, label);
  for (const article of all("main article")) {
    choice("article", article.id, article.querySelector("h2").textContent);
    choice("source", article.id, article.querySelector(".id").textContent);
  }
  // What is gone when none of its rows is left.
  const holders = all("main > article, .election, .matrix tbody");
  const filter = () => {
    const value = (name) => field(name)?.value ?? "";
    const [kind, article, source, words] = [value("kind"), value("article"), value("source"), fold(value("text")).split(/\s+/)];
    const out = boxes.filter((box) => !box.checked).map((box) => box.dataset.verdict);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !((!kind || row.dataset.kind === kind)
        && (!article || row.closest("article").id === article)
        && (!source || row.dataset.sources.split(" ").includes(source))
        && !out.includes(row.dataset.verdict)
        && words.every((word) => text.includes(word)));
      shown += !row.hidden;
    }
    const narrow = Boolean(kind || source || out.length || words.join(""));
    for (const holder of holders) {
      const other = article && holder.matches("article") && holder.id !== article;
      const left = all("tr[id]", holder).filter((row) => !row.hidden).length;
      holder.hidden = other || (narrow && !left);
      if (holder.matches("tbody")) holder.querySelector(".count").textContent = left;
    }
    const output = document.querySelector("output");
    output.textContent = `${shown} ${output.dataset.of} ${rows.length} ${output.dataset.shown}`;
  };
  for (const field of [...fields, ...boxes]) field.addEventListener("input", filter);
  filter();

  // Comparisons: a click on a value shows what each source says, in its article.
  const dialog = document.querySelector("dialog");
  if (!dialog) return;
  const [title, columns] = [dialog.querySelector("#quotes-title"), dialog.querySelector(".columns")];
  // A copy without what must be once on a page, or leads away.
  const copy = (element) => {
    const clone = element.cloneNode(true);
    for (const part of [clone, ...all("[id], [href]", clone)]) for (const name of ["id", "href"]) part.removeAttribute(name);
    return clone;
  };
  const column = (cell, row) => {
    const article = document.getElementById(cell.closest("td").dataset.source);
    const [section, source] = [document.createElement("section"), document.createElement("div")];
    const [heading, text] = [copy(article.querySelector("h2")), copy(article.querySelector(".text"))];
    section.className = "column";
    source.className = "source";
    source.append(copy(article.querySelector(".id")));
    text.prepend(heading);
    section.append(source, copy(cell), text);
    for (const mark of all("mark", section)) mark.classList.toggle("lit", mark.dataset.for.split(" ").includes(row.id));
    return section;
  };
  let now;
  const show = (row, first) => {
    now = row;
    dialog.className = row.dataset.verdict;
    title.replaceChildren(...all(":scope > *", row.querySelector("th")).map(copy));
    const cells = all(".cell", row);
    columns.replaceChildren(...cells.map((cell) => column(cell, row)));
    if (!dialog.open) dialog.showModal();
    for (const section of columns.children) section.querySelector("mark.lit")?.scrollIntoView({ block: "center" });
    columns.children[cells.indexOf(first)]?.scrollIntoView({ inline: "center" });
  };
  document.addEventListener("click", (event) => {
    const cell = event.target instanceof Element && event.target.closest("td > .cell");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(cell.closest("tr"), cell);
  });
  for (const button of all("[data-step]", dialog)) button.addEventListener("click", () => {
    const seen = rows.map(({ row }) => row).filter((row) => !row.hidden);
    const next = seen[(seen.indexOf(now) + Number(button.dataset.step) + seen.length) % seen.length];
    if (next) show(next);
  });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  // The focus goes back to the cell; after steps to other rows, to the last of them.
  dialog.addEventListener("close", () => { if (!now.contains(document.activeElement)) now.querySelector(".cell").focus(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
})();
