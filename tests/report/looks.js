// What can be measured of a page as it is rendered: what is too wide or lies over something else, and the contrast of all words.
() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const root = document.documentElement;
  const name = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""}`;

  const scrolls = (element) => element.closest(".table") !== null;
  const wide = [];
  if (root.scrollWidth > root.clientWidth) wide.push(`page ${root.scrollWidth} > ${root.clientWidth}`);
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (!box.width || scrolls(element)) continue;
    if (box.right > root.clientWidth + 1 || box.left < -1) wide.push(`${name(element)} ${box.left}..${box.right}`);
    const drawing = element.ownerSVGElement;
    if (drawing && element.tagName === "text") {
      const area = drawing.getBoundingClientRect();
      if (box.right > area.right + 1 || box.left < area.left - 1) wide.push(`"${element.textContent}" leaves its picture`);
    }
  }

  for (const drawing of document.querySelectorAll("figure svg")) {
    const boxes = [...drawing.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
    boxes.forEach(([words, a], place) => boxes.slice(place + 1).forEach(([others, b]) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 3) wide.push(`"${words}" and "${others}" lie over each other`);
    }));
  }

  const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const isSeen = (colour) => colour.startsWith("rgb") && (numbers(colour)[3] ?? 1) > 0;
  // Behind words of a picture lies what was drawn before them, behind others the nearest ground around them.
  const ground = (element, x, y) => {
    const drawing = element.ownerSVGElement;
    let found = null;
    for (const shape of drawing ? drawing.querySelectorAll("rect, path, circle") : []) {
      if (element.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      const { fill } = getComputedStyle(shape);
      const at = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
      if (isSeen(fill) && shape.isPointInFill(at)) found = fill;
    }
    for (let around = element; !found && around; around = around.parentElement) {
      const colour = getComputedStyle(around).backgroundColor;
      if (isSeen(colour)) found = colour;
    }
    return found || "rgb(255, 255, 255)";
  };

  const faint = [];
  let least = 21, words = 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("title, desc")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getClientRects()[0];
    if (!box || !box.width) continue;
    const style = getComputedStyle(element);
    const colour = element.tagName === "text" ? style.fill : style.color;
    const under = ground(element, box.left + box.width / 2, box.top + box.height / 2);
    const ratio = contrast(colour, under);
    const size = parseFloat(style.fontSize);
    const asked = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    words += 1;
    least = Math.min(least, ratio);
    if (ratio < asked) faint.push(`${ratio.toFixed(2)}: ${colour} on ${under}, "${node.data.trim().slice(0, 30)}"`);
  }
  return { wide, faint, least, words, ground: getComputedStyle(document.body).backgroundColor };
}
