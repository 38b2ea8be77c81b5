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
