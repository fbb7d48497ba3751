// Checks a rule sheet while it is written and leads to each mistake. Without this script the Check button does the same by a page.
interface Remark {
  line: number;
  column: number;
  told: string;
}
interface Answer {
  summary: string;
  problems: Remark[];
  differences: Remark[];
}

const pauseInMs = 600;

function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  const lines = area.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const caret = before + Math.min(column - 1, lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(caret, caret);
  // Lines do not wrap, so each is one line high; a few above stay in sight.
  area.scrollTop = Math.max(0, line - 4) * Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollIntoView({ block: "nearest" });
}

function listOf(remarks: Remark[]): HTMLOListElement {
  const list = document.createElement("ol");
  list.className = "remark-list";
  for (const remark of remarks) {
    const link = document.createElement("a");
    link.href = "#Text";
    link.dataset["line"] = String(remark.line);
    link.dataset["column"] = String(remark.column);
    link.textContent = remark.told;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

function enliven(area: HTMLTextAreaElement, box: HTMLElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  let told = box.textContent;

  const say = (summary: string, remarks: Remark[]) => {
    const text = document.createElement("p");
    text.className = "remark-summary";
    text.textContent = summary;
    const list = listOf(remarks);
    // What is the same as before is not read aloud again.
    if (told === summary + list.textContent) return;
    told = summary + list.textContent;
    box.replaceChildren(text, list);
  };

  const check = async () => {
    clearTimeout(waiting);
    asked?.abort();
    asked = new AbortController();
    const body = new FormData();
    body.append("Text", area.value);
    const token = area.form?.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value;
    if (token) body.append("__RequestVerificationToken", token);
    try {
      const headers = { accept: "application/json" };
      const answer = await fetch(box.dataset["sheetRemarks"]!, { method: "POST", body, headers, signal: asked.signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const found = (await answer.json()) as Answer;
      say(found.summary, [...found.problems, ...found.differences]);
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === "AbortError")) say(box.dataset["failed"] ?? "", []);
    }
  };

  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void check(), pauseInMs);
  });
  area.form?.querySelector("[data-sheet-check]")?.addEventListener("click", (event) => {
    event.preventDefault();
    void check();
  });
  box.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("[data-line]");
    if (!link) return;
    event.preventDefault();
    goTo(area, Number(link.dataset["line"]), Number(link.dataset["column"]));
  });
  // A problem that was pressed on the sheet's own page leads here.
  const from = new URLSearchParams(location.search);
  if (from.has("line")) goTo(area, Number(from.get("line")), Number(from.get("column")));
}

const area = document.querySelector<HTMLTextAreaElement>("textarea[data-sheet-text]");
const box = document.querySelector<HTMLElement>("[data-sheet-remarks]");
if (area && box) enliven(area, box);

export {};
