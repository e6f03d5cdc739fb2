"use strict";
// The page works without this. It adds: sorting of tables, a filter for long ones, Escape to close, focus where a link leads.
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
      const wanted = field.value.toLocaleLowerCase();
      for (const row of body.rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    });
  }
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
