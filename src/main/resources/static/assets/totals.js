// Pictures of the totals: a tile for each place below, and a line over the last rounds. The tables on the page say the same without them.
(() => {
  const section = document.querySelector("[data-totals-chart]");
  if (!section) return;
  const says = section.dataset;
  const SVG = "http://www.w3.org/2000/svg";
  const HEIGHT = 300, SMALLEST = 26;
  const written = (number) => Number(number).toLocaleString("en-US");
  const make = (parent, name, attributes = {}, text) => {
    const made = name.startsWith("svg:") ? document.createElementNS(SVG, name.slice(4)) : document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  };

  // Squarified: rows are filled along the shorter side as long as the tiles become squarer.
  const worst = (row, sum, side, scale) => {
    const areas = row.map((tile) => tile.size * scale), all = sum * scale;
    return Math.max((side * side * Math.max(...areas)) / (all * all), (all * all) / (side * side * Math.min(...areas)));
  };
  const lay = (tiles, x, y, width, height, put) => {
    let rest = tiles.reduce((sum, tile) => sum + tile.size, 0);
    let from = 0;
    while (from < tiles.length) {
      const side = Math.min(width, height), scale = (width * height) / rest;
      let row = [tiles[from]], sum = tiles[from].size;
      for (let next = from + 1; next < tiles.length; next++) {
        const more = [...row, tiles[next]], bigger = sum + tiles[next].size;
        if (worst(more, bigger, side, scale) > worst(row, sum, side, scale)) break;
        row = more;
        sum = bigger;
      }
      const thick = (sum * scale) / side;
      let along = 0;
      row.forEach((tile) => {
        const long = (tile.size * scale) / thick;
        if (width >= height) put(tile, x, y + along, thick, long); else put(tile, x + along, y, long, thick);
        along += long;
      });
      if (width >= height) { x += thick; width -= thick; } else { y += thick; height -= thick; }
      rest -= sum;
      from += row.length;
    }
  };
  const drawTiles = (box, field) => {
    const tiles = field.tiles.filter((tile) => Number(tile.value) > 0).map((tile) => ({ ...tile, size: Number(tile.value) }))
      .sort((one, other) => other.size - one.size);
    const none = field.tiles.filter((tile) => tile.value === null).map((tile) => tile.name);
    if (tiles.length) {
      const across = Math.max(200, box.clientWidth);
      const svg = make(box, "svg:svg", { class: "tiles", viewBox: `0 0 ${across} ${HEIGHT}`, preserveAspectRatio: "none", role: "group" });
      lay(tiles, 0, 0, across, HEIGHT, (tile, x, y, width, height) => {
        const link = make(svg, "svg:a", { href: tile.href, class: tile.known < tile.owed ? "part" : "full" });
        make(link, "svg:title", {}, `${tile.name} ${written(tile.value)} ${field.measure} (${tile.known} / ${tile.owed})`);
        make(link, "svg:rect", { x, y, width, height });
        if (width > tile.name.length * 13 + 12 && height > SMALLEST) {
          make(link, "svg:text", { x: x + 7, y: y + 19 }, tile.name);
          if (height > 2 * SMALLEST - 8) make(link, "svg:text", { x: x + 7, y: y + 37, class: "value" }, written(tile.value));
        }
      });
    }
    if (none.length) make(box, "p", { class: "hint" }, `${says.missing} ${none.slice(0, 8).join("、")}${none.length > 8 ? " …" : ""}`);
  };
  const drawLines = (box, field) => {
    const chart = window.echarts.init(box);
    const rounds = field.moments;
    chart.setOption({
      animation: false,
      grid: { left: 12, right: 16, top: 20, bottom: 8, containLabel: true },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        formatter: ([at]) => {
          const round = rounds[at.dataIndex];
          return `${round.period}\n${round.value === null ? "—" : written(round.value)} ${field.measure} (${round.known} / ${round.owed})`;
        },
      },
      xAxis: { type: "category", data: rounds.map((round) => round.period.slice(5)), axisTick: { show: false } },
      yAxis: { type: "value", splitLine: { lineStyle: { color: "#e6e2dc" } } },
      series: [{ type: "line", data: rounds.map((round) => ({ value: round.value, symbol: round.known < round.owed ? "emptyCircle" : "circle" })), connectNulls: false, symbolSize: 7, lineStyle: { color: "#a61c1c" }, itemStyle: { color: "#a61c1c" } }],
    });
    if (rounds.some((round) => round.known < round.owed)) make(box.parentNode, "p", { class: "hint" }, says.hollow);
  };
  const draw = (fields, code) => {
    const field = fields.find((one) => one.code === code) || fields[0];
    section.querySelector(".pictures")?.remove();
    const pictures = make(section, "div", { class: "pictures" });
    const tiles = make(pictures, "div"), lines = make(pictures, "div");
    const title = `${field.name}${field.measure ? ` (${field.measure})` : ""}`;
    make(tiles, "h2", {}, `${says.tiles} `).append(Object.assign(document.createElement("small"), { textContent: title }));
    make(lines, "h2", {}, `${says.lines} `).append(Object.assign(document.createElement("small"), { textContent: title }));
    drawTiles(tiles, field);
    drawLines(make(lines, "div", { class: "lines", role: "img", "aria-label": `${says.lines} ${title}` }), field);
  };
  const show = (fields) => {
    if (!fields.length) return;
    section.hidden = false;
    const bar = make(section, "p", { class: "inline" });
    if (fields.length > 1) {
      const label = make(bar, "label", {}, `${says.field} `);
      const choice = make(label, "select");
      fields.forEach((field) => make(choice, "option", { value: field.code }, field.name));
      choice.addEventListener("change", () => draw(fields, choice.value));
    }
    make(bar, "a", { class: "more", href: "#table" }, says.table);
    draw(fields, fields[0].code);
    let width = section.clientWidth;
    window.addEventListener("resize", () => {
      if (section.clientWidth === width) return;
      width = section.clientWidth;
      draw(fields, section.querySelector("select")?.value);
    });
  };
  const library = make(document.head, "script", { src: says.echarts });
  library.addEventListener("load", () => {
    fetch(says.totalsChart, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((chart) => show(chart.fields))
      .catch(() => section.remove());
  });
})();
