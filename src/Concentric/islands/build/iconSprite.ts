import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const outline = new URL("../node_modules/@tabler/icons/icons/outline/", import.meta.url);

/** Names in icons.txt, one a line; a line that begins with # is a remark. */
export function iconNames(list: string): string[] {
  return list
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function symbolOf(name: string): string {
  const svg = readFileSync(new URL(`${name}.svg`, outline), "utf8");
  const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}

/** One sprite with only the icons that pages use, so that no icon costs a request or a font. */
export function iconSprite(listFile: URL): Plugin {
  return {
    name: "icon-sprite",
    generateBundle() {
      const names = iconNames(readFileSync(listFile, "utf8"));
      const source = `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbolOf).join("")}</svg>`;
      this.emitFile({ type: "asset", name: "icons.svg", originalFileName: "icons.svg", source });
      const emblem = readFileSync(new URL("emblem.svg", listFile), "utf8");
      this.emitFile({ type: "asset", name: "emblem.svg", originalFileName: "emblem.svg", source: emblem });
    },
  };
}
