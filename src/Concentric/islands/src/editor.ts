// The rich-text editor: takes the place of a text area that holds HTML. Only what its schema knows survives a paste from Word or
// WeChat; the server cleans once more. Without this script the text area remains and does the work.
import { Editor, getSchema } from "@tiptap/core";
import { DOMParser as SchemaParser } from "@tiptap/pm/model";
import { extensions } from "./editor/extensions.ts";
import { enlivenToolbar } from "./editor/toolbar.ts";

interface Policies {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): unknown };
}

// The one policy under which text becomes a document: an inert one, which runs nothing and loads nothing.
const policy = (window as { trustedTypes?: Policies }).trustedTypes?.createPolicy("concentric", { createHTML: (html: string) => html });

function parse(html: string): Document {
  return new DOMParser().parseFromString((policy?.createHTML(html) ?? html) as string, "text/html");
}

function enliven(area: HTMLTextAreaElement): void {
  const template = area.parentElement?.querySelector<HTMLTemplateElement>("template[data-toolbar]");
  const toolbar = template?.content.querySelector("[role=toolbar]")?.cloneNode(true) as HTMLElement | undefined;
  const prompt = template?.content.querySelector(".address")?.cloneNode(true) as HTMLElement | undefined;
  if (!toolbar || !prompt) return;

  const frame = document.createElement("div");
  frame.className = "editor";
  frame.append(toolbar, prompt);
  area.after(frame);

  const known = extensions();
  const editor = new Editor({
    element: frame,
    extensions: known,
    injectCSS: false,
    content: SchemaParser.fromSchema(getSchema(known)).parse(parse(area.value).body).toJSON() as object,
    editorProps: {
      attributes: {
        class: "ProseMirror prose",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": document.querySelector(`label[for="${area.id}"]`)?.textContent?.trim() ?? "",
        ...(area.getAttribute("aria-describedby") ? { "aria-describedby": area.getAttribute("aria-describedby")! } : {}),
      },
    },
    onUpdate: ({ editor }) => {
      area.value = editor.isEmpty ? "" : editor.getHTML();
    },
  });
  enlivenToolbar(editor, toolbar, prompt, area);
  area.hidden = true;

  // The error summary and the label lead to the text area's id: they find the editor.
  const focus = () => location.hash === `#${area.id}` && editor.commands.focus();
  addEventListener("hashchange", focus);
  document.querySelector(`label[for="${area.id}"]`)?.addEventListener("click", () => editor.commands.focus());
}

for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-editor]")) enliven(area);
