import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pinyin } from "pinyin-pro";
import type { Plugin } from "vite";

// The ranges that hold Han characters: extension A, the unified block, the later extensions, and zero.
const ranges: readonly (readonly [number, number])[] = [
  [0x3007, 0x3007],
  [0x3400, 0x9fff],
  [0x20000, 0x323af],
];

const plain = { toneType: "none", v: true } as const;

/** The reading of a name's beginning, where surnames have readings of their own. */
function asSurname(surname: string): string {
  const rest = "\u4e00";
  const reading = pinyin(surname + rest, { ...plain, surname: "head", type: "array" });
  return reading.slice(0, [...surname].length).join(" ");
}

/** Lines "reading characters", and "^reading surname" where a surname reads differently from its characters. */
export function tableOf(compoundSurnames: readonly string[]): string {
  const byReading = new Map<string, string>();
  const surnames: string[] = [];
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const reading = pinyin(character, plain);
      if (!/^[a-z]+$/.test(reading)) continue;
      byReading.set(reading, (byReading.get(reading) ?? "") + character);
      const surname = asSurname(character);
      if (surname !== reading && /^[a-z]+$/.test(surname)) surnames.push(`^${surname} ${character}`);
    }
  }
  for (const surname of compoundSurnames) surnames.push(`^${asSurname(surname)} ${surname}`);
  return [...surnames, ...[...byReading].map(([reading, characters]) => `${reading} ${characters}`)].join("\n") + "\n";
}

/** Writes pinyin.txt beside the assets: how each Han character is read, for the order and search of names. */
export function pinyinTable(compoundSurnames: URL): Plugin {
  let folder = "";
  return {
    name: "pinyin-table",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      const surnames = readFileSync(compoundSurnames, "utf8").split(/\s+/).filter(Boolean);
      writeFileSync(join(folder, "pinyin.txt"), tableOf(surnames));
    },
  };
}
