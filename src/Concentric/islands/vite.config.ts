import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { iconSprite } from "./build/iconSprite.ts";
import { pinyinTable } from "./build/pinyinTable.ts";
import { precompress } from "./build/precompress.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Every file directly under src/ is an island: its own entry, loaded only by the pages that name it.
const islands = readdirSync(here("src"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => [name.replace(/\.ts$/, ""), here(`src/${name}`)]);

export default defineConfig({
  base: "/built/",
  publicDir: false,
  build: {
    outDir: here("../wwwroot/built"),
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: "",
    // The policy allows no data: address, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: false,
    // The first browsers with light-dark(), nesting and popover: below them pages still work, plainer.
    target: ["chrome123", "firefox125", "safari17.5"],
    rolldownOptions: { input: { app: here("styles/app.css"), ...Object.fromEntries(islands) } },
  },
  plugins: [iconSprite(new URL("icons.txt", import.meta.url)), pinyinTable(new URL("compound-surnames.txt", import.meta.url)), precompress()],
});
