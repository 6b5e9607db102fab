// What a reader sees, measured in a page: ink against the paper behind it, and the focus of a keyboard. `seeing` runs in the page.

// Gives `contrast` (WCAG 2.2, 1.4.3), `papers` (the colours behind an element) and `focus` (what is wrong with how the focus is seen).
export function seeing() {
  const parts = (colour) => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = ([r, g, b, a], below) => [r, g, b].map((value, i) => value * a + below[i] * (1 - a));
  const light = (colour) => colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (ink, paper) => { const [low, high] = [light(over(parts(ink), paper)), light(paper)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };

  // The paper is the first opaque colour behind a node. `undefined` where a picture or a paleness makes it a guess.
  const paper = (node) => {
    const layers = [];
    for (let el = node; el; el = el.parentElement) {
      const style = getComputedStyle(el);
      if (style.backgroundImage !== "none" || style.opacity !== "1" || style.mixBlendMode !== "normal") return undefined;
      layers.push(parts(style.backgroundColor));
      if (layers.at(-1)[3] === 1) return layers.reduceRight((below, layer) => over(layer, below), [0, 0, 0]);
    }
    return undefined;
  };
  // Every colour of the drawings whose boxes reach under a node's, as pale as they stand there.
  const drawn = (node, below) => [...document.querySelectorAll(".sampul svg")].flatMap((drawing) => {
    const [a, b] = [node, drawing].map((el) => el.getBoundingClientRect());
    if (a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top) return [];
    const pale = Number(getComputedStyle(drawing).opacity);
    return [...drawing.querySelectorAll("path, rect")].flatMap((part) => { const { fill, stroke } = getComputedStyle(part); return [fill, stroke]; })
      .filter((ink) => ink.startsWith("rgb")).map((ink) => over([...parts(ink).slice(0, 3), pale], below));
  });
  const papers = (node) => { const below = paper(node); return below ? [below, ...(node.closest(".sampul") ? drawn(node, below) : [])] : []; };

  // The focus has an outline of 2 px in a colour that stands off, within the window, and nothing lies over what has it.
  const focus = () => {
    const node = document.activeElement, style = getComputedStyle(node), wrong = [], far = parseFloat(style.outlineOffset), thick = parseFloat(style.outlineWidth);
    const behind = paper(far + thick > 0 ? node.parentElement : node);
    if (style.outlineStyle === "none" || thick < 2) wrong.push("no outline");
    else if (behind && contrast(style.outlineColor, behind) < 3) wrong.push(`outline of ${contrast(style.outlineColor, behind).toFixed(2)} : 1`);
    const boxes = [...node.getClientRects()].filter((box) => box.width && box.height), tall = node.offsetHeight > innerHeight / 2;
    if (!boxes.length) wrong.push("no box");
    for (const { left, right, top, bottom } of boxes) {
      if (left < 0 || right > innerWidth + 1 || (!tall && (top < 0 || bottom > innerHeight + 1))) wrong.push("out of the window");
      const [y, z] = [Math.max(top, 0), Math.min(bottom, innerHeight)], points = tall ? [[left + 3, (y + z) / 2]] : [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]];
      const above = points.map(([x, at]) => document.elementFromPoint(x, at)).find((el) => el && !node.contains(el) && !el.contains(node) && el.form !== (node.form ?? null));
      if (above) wrong.push(`below ${above.outerHTML.slice(0, 60)}`);
    }
    return [...new Set(wrong)];
  };
  return { contrast, papers, focus };
}
