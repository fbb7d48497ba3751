import type { ChainedCommands, Editor } from "@tiptap/core";
import { upload } from "./picture.ts";

type Act = (chain: ChainedCommands) => ChainedCommands;

const acts: Record<string, Act> = {
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
  h2: (chain) => chain.toggleHeading({ level: 2 }),
  h3: (chain) => chain.toggleHeading({ level: 3 }),
  h4: (chain) => chain.toggleHeading({ level: 4 }),
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  quote: (chain) => chain.toggleBlockquote(),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  unlink: (chain) => chain.extendMarkRange("link").unsetLink(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  "row-add": (chain) => chain.addRowAfter(),
  "row-remove": (chain) => chain.deleteRow(),
  "column-add": (chain) => chain.addColumnAfter(),
  "column-remove": (chain) => chain.deleteColumn(),
  "table-remove": (chain) => chain.deleteTable(),
  clear: (chain) => chain.unsetAllMarks().clearNodes(),
};

const states: Record<string, (editor: Editor) => boolean> = {
  h2: (editor) => editor.isActive("heading", { level: 2 }),
  h3: (editor) => editor.isActive("heading", { level: 3 }),
  h4: (editor) => editor.isActive("heading", { level: 4 }),
  bold: (editor) => editor.isActive("bold"),
  italic: (editor) => editor.isActive("italic"),
  quote: (editor) => editor.isActive("blockquote"),
  bullets: (editor) => editor.isActive("bulletList"),
  numbers: (editor) => editor.isActive("orderedList"),
  link: (editor) => editor.isActive("link"),
};

/** Connects the toolbar's buttons; arrow keys move within it, as in any toolbar. */
export function enlivenToolbar(editor: Editor, toolbar: HTMLElement, prompt: HTMLElement, area: HTMLTextAreaElement): void {
  const buttons = [...toolbar.querySelectorAll<HTMLButtonElement>("button")];
  const input = prompt.querySelector("input")!;
  const label = prompt.querySelector("label")!;
  let answer: ((text: string) => void) | undefined;

  const ask = (question: string, value: string, then: (text: string) => void) => {
    label.textContent = question;
    input.value = value;
    prompt.hidden = false;
    answer = then;
    input.focus();
  };
  const close = (text?: string) => {
    prompt.hidden = true;
    if (text !== undefined) answer?.(text);
    answer = undefined;
    editor.commands.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    close(event.key === "Enter" ? input.value.trim() : undefined);
  });
  prompt.querySelector("button")!.addEventListener("click", () => close(input.value.trim()));

  const insertPicture = () => {
    const picker = document.createElement("input");
    picker.type = "file";
    picker.accept = "image/jpeg,image/png,image/webp,image/gif";
    picker.addEventListener("change", async () => {
      const file = picker.files?.[0];
      if (!file) return;
      const src = await upload(file, area, (text) => ask(text, "", () => undefined));
      if (src) ask(label.dataset["alt"] ?? "", "", (alt) => editor.chain().focus().setImage({ src, alt }).run());
    });
    picker.click();
  };

  for (const button of buttons) {
    const name = button.dataset["act"] ?? "";
    if (name === "picture" && !area.dataset["upload"]) button.hidden = true;
    button.addEventListener("click", () => {
      const link = editor.getAttributes("link")["href"] as string | undefined;
      if (name === "picture") insertPicture();
      else if (name === "link")
        ask(label.dataset["link"] ?? "", link ?? "", (href) => href && editor.chain().focus().extendMarkRange("link").setLink({ href }).run());
      else acts[name]?.(editor.chain().focus()).run();
    });
  }

  const reachable = () => buttons.filter((button) => !button.disabled && !button.hidden);
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const list = reachable();
    const next = list[(list.indexOf(document.activeElement as HTMLButtonElement) + step + list.length) % list.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  });

  const show = () => {
    for (const button of buttons) {
      const name = button.dataset["act"] ?? "";
      if (states[name]) button.setAttribute("aria-pressed", String(states[name](editor)));
      if (acts[name]) button.disabled = !acts[name](editor.can().chain() as ChainedCommands).run();
    }
    if (!buttons.some((button) => button.tabIndex === 0 && !button.disabled))
      reachable().forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
  };
  for (const button of buttons) button.tabIndex = -1;
  editor.on("transaction", show);
  show();
}
