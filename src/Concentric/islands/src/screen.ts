// The screen of a session: everybody in the room sees each change at once. Without this script the page renews itself.
import { setBy, start, tick } from "./live/clock.ts";
import { follow } from "./live/follow.ts";

type Value = string | number | null | undefined | { [name: string]: Value } | Value[];

function at(state: Value, path: string): Value {
  if (!path) return state;
  let value = state;
  for (const part of path.split(".")) value = value && typeof value === "object" ? (value as { [name: string]: Value })[part] : undefined;
  return value;
}

/** Fills what is asked for in the markup; the markup has the words. */
function fill(root: ParentNode, state: Value): void {
  for (const list of root.querySelectorAll<HTMLElement>("[data-each]")) {
    // A list in a row of another is filled with that row.
    if (list.parentElement?.closest("[data-each]")) continue;
    const rows = (at(state, list.dataset["each"]!) ?? []) as Value[];
    const template = list.querySelector("template");
    if (!template) continue;
    // What has not changed is not read aloud again.
    const said = JSON.stringify(rows);
    if (list.dataset["said"] === said) continue;
    list.dataset["said"] = said;
    list.replaceChildren(
      template,
      ...rows.map((row) => {
        const copy = template.content.cloneNode(true) as DocumentFragment;
        fill(copy, row);
        return copy;
      }),
    );
  }
  for (const text of root.querySelectorAll<HTMLElement>("[data-fill]")) {
    if (text.closest("[data-each]")) continue;
    const said = String(at(state, text.dataset["fill"]!) ?? "");
    if (text.textContent !== said) text.textContent = said;
  }
  for (const shown of root.querySelectorAll<HTMLElement>("[data-when]")) {
    if (shown.closest("[data-each]")) continue;
    const [path, wanted] = shown.dataset["when"]!.split("=");
    const value = at(state, path!);
    shown.hidden = wanted === undefined ? !value : value !== wanted;
  }
}

function take(state: { now: number; turn?: { since: number; limit?: number } }): void {
  fill(document, state as unknown as Value);
  const clock = document.querySelector<HTMLElement>("[data-clock]");
  if (clock) {
    clock.dataset["since"] = String(state.turn?.since ?? "");
    clock.dataset["limit"] = String(state.turn?.limit ?? "");
  }
  setBy(state.now);
  tick();
}

const main = document.querySelector<HTMLElement>("[data-screen]");
if (main) {
  const lost = main.querySelector<HTMLElement>("[data-screen-lost]");
  follow(
    main.dataset["screen"]!,
    (state) => take(JSON.parse(state)),
    (isLost) => lost && (lost.hidden = !isLost),
  );
}
start();

export {};
