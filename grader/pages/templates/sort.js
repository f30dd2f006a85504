// Headings of sortable tables become buttons: the first press puts numbers down and words up, the next turns the order round.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, n) => {
    const numeric = head.classList.contains("number");
    const [first, second] = numeric ? ["descending", "ascending"] : ["ascending", "descending"];
    const compare = numeric ? (a, b) => a - b : (a, b) => a.localeCompare(b, undefined, { numeric: true });
    const value = (row) => row.cells[n].dataset.value ?? row.cells[n].textContent.trim();
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = head.getAttribute("aria-sort") === first ? second : first;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", order);
      const rows = [...table.tBodies[0].rows].map((row) => [value(row), row]);
      rows.sort((a, b) => (order === "ascending" ? compare(a[0], b[0]) : compare(b[0], a[0])));
      table.tBodies[0].append(...rows.map((pair) => pair[1]));
    });
  });
}
