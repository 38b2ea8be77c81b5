// Everything works without this file; it only makes the keyboard quick.
(() => {
  const rows = () => [...document.querySelectorAll("table[data-keys] tbody tr")];
  const current = () => document.querySelector("tr.at");
  const go = (row) => {
    current()?.classList.remove("at");
    row.classList.add("at");
    row.querySelector("a")?.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const list = rows();
    const at = list.indexOf(current());
    if (event.key === "/") { event.preventDefault(); document.querySelector("input[type=search]")?.focus(); }
    else if (event.key === "j" && list[at + 1]) go(list[at + 1]);
    else if (event.key === "k" && list[at - 1]) go(list[at - 1]);
    else if (event.key === "Enter" && list[at] && document.activeElement === document.body) list[at].querySelector("a")?.click();
    else if (event.key === "?") document.querySelector("dialog.keys")?.showModal();
  });
})();

// One tick for the whole page; without it each line is ticked alone.
(() => {
  document.querySelectorAll("[data-pick-all]").forEach((all) => {
    const boxes = [...all.closest("table").querySelectorAll("tbody .pick input")];
    all.hidden = false;
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
    boxes.forEach((box) => box.addEventListener("change", () => { all.checked = boxes.every((one) => one.checked); }));
  });
})();

// A passage selected in a paper becomes a clause; positions are counted in code points, as the server does.
(() => {
  const paper = document.querySelector(".paper[data-marks]");
  const form = document.querySelector("form.marker");
  if (!paper || !form) return;
  const length = (text) => [...text].length;
  const position = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece || !paper.contains(piece)) return null;
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    return Number(piece.dataset.start) + length(range.toString());
  };
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !paper.contains(selection.anchorNode)) return;
    const one = position(selection.anchorNode, selection.anchorOffset);
    const other = position(selection.focusNode, selection.focusOffset);
    if (one === null || other === null) return;
    form.elements.start.value = Math.min(one, other);
    form.elements.end.value = Math.max(one, other);
    form.hidden = false;
  });
})();

// A second press on the same button does nothing while the first is under way.
(() => {
  const PATIENCE = 8000;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, PATIENCE);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
})();

// A paper beside its items: what is chosen on one side is brought into view on the other.
(() => {
  const paper = document.querySelector(".intake .paper");
  if (!paper) return;
  const show = () => {
    document.querySelectorAll(".intake .at").forEach((one) => one.classList.remove("at"));
    const name = location.hash.slice(1).replace(/^p-/, "");
    const mark = document.getElementById("p-" + name);
    if (!name || !mark) return;
    mark.classList.add("at");
    document.getElementById(name)?.classList.add("at");
    paper.scrollTop = mark.offsetTop - paper.clientHeight / 3;
  };
  addEventListener("hashchange", show);
  show();
})();

// Ticks the whole roll at once; who was missing is unticked.
(() => {
  document.querySelectorAll("[data-tick-all]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () =>
      button.closest("form").querySelectorAll(".roll > div:not(.extra) input[name=present]").forEach((box) => { box.checked = true; }));
  });
})();
