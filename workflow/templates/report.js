"use strict";
// The page works without this. It adds: sorting of tables, filters for long ones, a choice among tables, Escape to close, focus where a
// link leads.
const wanted = new Map();
// Shows the rows of a table that all of its filters want; the number of these.
const show = (table) => {
  const tests = [...(wanted.get(table) || new Map()).values()];
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    row.hidden = !tests.every((test) => test(row));
    if (!row.hidden) shown += 1;
  }
  return shown;
};
const narrow = (table, name, test) => {
  if (!wanted.has(table)) wanted.set(table, new Map());
  wanted.get(table).set(name, test);
  return show(table);
};
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const numeric = head.classList.contains("num");
      const now = head.getAttribute("aria-sort");
      const up = now ? now === "descending" : !numeric;
      const key = (row) => {
        const cell = row.cells[column];
        const text = cell.dataset.sort ?? cell.textContent.trim();
        return numeric ? Number(text.replaceAll(",", "")) || 0 : text.toLocaleLowerCase();
      };
      const rows = [...body.rows].map((row) => [key(row), row]);
      rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (up ? 1 : -1));
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      body.append(...rows.map((row) => row[1]));
    });
  });
  if (body.rows.length > 12) {
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.type = "search";
    field.className = "find";
    label.append("Show only rows with ", field);
    table.parentElement.before(label);
    field.addEventListener("input", () => {
      const words = field.value.toLocaleLowerCase();
      narrow(table, "words", (row) => row.textContent.toLocaleLowerCase().includes(words));
      table.dispatchEvent(new Event("narrowed"));
    });
  }
}
for (const box of document.querySelectorAll("[data-filters]")) {
  const table = document.getElementById(box.dataset.filters);
  const fields = [...box.querySelectorAll("[data-filter]")];
  const says = box.querySelector('[role="status"]');
  const told = () => {
    says.textContent = `${show(table).toLocaleString("en")} of ${table.tBodies[0].rows.length.toLocaleString("en")} lines shown`;
  };
  const apply = () => {
    const keys = new Set(fields.map((field) => field.dataset.filter));
    for (const key of keys) {
      const own = fields.filter((field) => field.dataset.filter === key);
      const boxes = own.some((field) => field.type === "checkbox");
      const values = own.filter((field) => !boxes || field.checked).map((field) => field.value);
      const any = !boxes && values[0] === "";
      const but = !boxes && values[0].startsWith("-") ? values[0].slice(1) : null;
      const test = but ? (value) => value !== but : (value) => values.includes(value);
      narrow(table, key, (row) => any || row.dataset[key].split(" ").some(test));
    }
    told();
  };
  box.hidden = false;
  box.addEventListener("change", apply);
  table.addEventListener("narrowed", told);
  apply();
}
for (const box of document.querySelectorAll("[data-chooser]")) {
  const choices = [...box.querySelectorAll("[data-choice]")];
  const label = document.createElement("label");
  const field = document.createElement("select");
  label.className = "choose";
  field.append(...choices.map((choice, place) => new Option(choice.dataset.choice, String(place))));
  label.append(`${box.dataset.chooser} `, field);
  box.prepend(label);
  const choose = () => choices.forEach((choice, place) => (choice.hidden = String(place) !== field.value));
  field.addEventListener("change", choose);
  choose();
}
const opened = () => {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  return target ? target.closest(".ev, .reading") : null;
};
let steps = 0;
let opener = null;
const close = (link) => {
  if (steps > 0) history.back();
  else location.hash = link.getAttribute("href");
};
addEventListener("hashchange", () => {
  const block = opened();
  if (block) block.focus({ preventScroll: true });
  else if (opener) opener.focus({ preventScroll: true });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  if (link.matches(".close")) {
    event.preventDefault();
    close(link);
    steps = 0;
  } else if ((link.getAttribute("href") || "").startsWith("#")) {
    steps += 1;
    if (!link.closest(".ev, .reading")) opener = link;
  }
});
document.addEventListener("keydown", (event) => {
  const block = event.key === "Escape" && opened();
  const link = block && block.querySelector(".close");
  if (link) link.click();
});
