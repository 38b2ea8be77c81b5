// Works dues out in the browser. What is typed here is in no form and has no name: it is never sent and never kept.
// All sums are whole numbers, in cents and thousandths of a percent, so that they come out as the rule book's own arithmetic does.
(() => {
  const THOUSANDTHS_OF_ALL = 100000;
  const calculator = document.querySelector("[data-dues]");
  if (!calculator) return;
  const own = calculator.querySelector("input");
  const says = calculator.querySelector("output");
  const form = document.querySelector("form[data-dues-form]");
  const cents = (text) => {
    const parts = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text.replaceAll(",", "").trim());
    return parts ? Number(parts[1]) * 100 + Number((parts[2] || "").padEnd(2, "0")) : null;
  };
  const yuan = (sum) => `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, "0")}`;
  const bands = [...document.querySelectorAll("[data-band]")].map((row) => ({
    id: row.dataset.band,
    payer: row.dataset.payer,
    upTo: row.dataset.upTo ? cents(row.dataset.upTo) : Infinity,
    thousandths: Math.round(Number(row.dataset.percent) * 1000),
    percent: row.dataset.percent,
  }));
  const amount = (base, band) => Math.floor((base * band.thousandths + THOUSANDTHS_OF_ALL / 2) / THOUSANDTHS_OF_ALL);
  const bandOf = (base, payer) => bands.find((band) => band.payer === payer && base <= band.upTo);
  const fill = (pattern, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`[${name}]`, value), pattern);
  const show = () => {
    const base = cents(own.value);
    const payer = form.elements.payer.value;
    const band = base === null ? undefined : bandOf(base, payer);
    if (!band) { says.textContent = own.value.trim() ? calculator.dataset.unreadable : ""; return; }
    const months = Number(form.elements.months.value);
    const sum = amount(base, band) * months;
    const lines = [fill(calculator.dataset.result, { percent: band.percent, amount: yuan(amount(base, band)), months, sum: yuan(sum) })];
    const next = band.upTo === Infinity ? undefined : bandOf(band.upTo + 1, payer);
    if (next && next !== band) {
      lines.push(fill(calculator.dataset.cliff, {
        end: yuan(band.upTo), at: yuan(amount(band.upTo, band)), above: yuan(band.upTo + 1), then: yuan(amount(band.upTo + 1, next)),
      }));
    }
    says.textContent = lines.join(" ");
    form.elements.band.value = band.id;
    form.elements.amount.value = yuan(sum);
  };
  calculator.hidden = false;
  own.addEventListener("input", show);
  form.addEventListener("change", (event) => { if (["payer", "months"].includes(event.target.name)) show(); });
})();
