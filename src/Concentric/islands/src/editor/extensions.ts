import { mergeAttributes, type Extensions } from "@tiptap/core";
import { Heading } from "@tiptap/extension-heading";
import { Image } from "@tiptap/extension-image";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";

// Without the widths that the original writes as inline style, which the content policy forbids.
const PlainTable = Table.extend({
  renderHTML({ HTMLAttributes }) {
    return ["table", mergeAttributes(HTMLAttributes), ["tbody", 0]];
  },
});

// The page's own title is the one first-level heading; one that is pasted steps down.
const ArticleHeading = Heading.extend({
  parseHTML() {
    return [{ tag: "h1", attrs: { level: 2 } }, ...(this.parent?.() ?? [])];
  },
});

// Pictures of other sites would tell them who reads, and are gone when those sites change: they are uploaded instead.
const OwnImage = Image.extend({
  parseHTML() {
    const own = (element: HTMLElement) => new URL(element.getAttribute("src") ?? "", location.href).origin === location.origin;
    return [{ tag: "img[src]", getAttrs: (element: HTMLElement) => (own(element) ? null : false) }];
  },
});

const spans = { colspan: { default: 1 }, rowspan: { default: 1 } };
const PlainCell = TableCell.extend({ addAttributes: () => spans });
const PlainHeader = TableHeader.extend({ addAttributes: () => spans });

/** What an article may hold: headings 2–4, bold, italic, lists, quotes, links, tables, pictures of this site. */
export function extensions(): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      heading: false,
      link: { openOnClick: false, autolink: false, defaultProtocol: "https", HTMLAttributes: { rel: null, target: null } },
    }),
    ArticleHeading.configure({ levels: [2, 3, 4] }),
    OwnImage.configure({ allowBase64: false }),
    PlainTable.configure({ resizable: false }),
    TableRow,
    PlainCell,
    PlainHeader,
  ];
}
