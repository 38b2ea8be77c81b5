// The list of the silent comes again every few seconds: what was ticked stays ticked.
(() => {
  const ticked = new Set();
  const boxes = () => document.querySelectorAll("#silent-now input[name=unit]");
  document.addEventListener("change", (event) => {
    if (event.target.name !== "unit") return;
    if (event.target.checked) ticked.add(event.target.value); else ticked.delete(event.target.value);
  });
  document.addEventListener("htmx:afterSwap", () => {
    boxes().forEach((box) => { box.checked = ticked.has(box.value); });
  });
})();
