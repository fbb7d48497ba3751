// Keeps what is typed into a form on this device, so that a lost connection or a closed browser loses nothing, and does not send a form
// into the void. Names and numbers of people are not kept here: only forms marked with data-draft, and of those the words. Without this
// script the server keeps each page's answers once it is sent.
const prefix = "concentric-draft:";
const keptInMs = 24 * 60 * 60 * 1000;
const pauseInMs = 300;

type Kept = { at: number; words: Record<string, string> };

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea[name], input[name][type=text]")];
}

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    return kept && Date.now() - kept.at < keptInMs ? kept : undefined;
  } catch {
    // No storage in this browser, or something else stands there.
    return undefined;
  }
}

function write(key: string, words: Record<string, string>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), words } satisfies Kept));
  } catch {
    // Full or forbidden: the server still keeps what is sent.
  }
}

function forget(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}

function say(form: HTMLFormElement, sentence: string | undefined, role: "status" | "alert"): void {
  if (!sentence) return;
  let line = form.querySelector<HTMLElement>(`.draft-line[role=${role}]`);
  if (!line) {
    line = document.createElement("p");
    line.className = "draft-line";
    line.setAttribute("role", role);
    form.querySelector(".form-actions")?.before(line);
  }
  line.textContent = sentence;
}

function enliven(form: HTMLFormElement): void {
  const key = `${prefix}${location.pathname}:${form.dataset["draft"]}`;
  const fields = fieldsOf(form);
  const kept = read(key);
  const missing = fields.filter((field) => !field.value && kept?.words[field.name]);
  for (const field of missing) field.value = kept!.words[field.name]!;
  if (missing.length > 0) say(form, form.dataset["draftBack"], "status");

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keep = () => write(key, Object.fromEntries(fields.map((field) => [field.name, field.value])));
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, pauseInMs);
  });
  // Before the script that marks a form as sent.
  form.addEventListener("submit", (event) => {
    if (fields.length > 0) keep();
    if (navigator.onLine) return;
    event.preventDefault();
    say(form, form.dataset["draftOffline"], "alert");
  });
}

if (document.querySelector("[data-draft-done]")) forget();
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) enliven(form);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft-clear]")) form.addEventListener("submit", forget);

export {};
