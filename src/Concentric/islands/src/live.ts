// The convener's page: each small form is sent without leaving the page. While the network is away they wait on this device, in order,
// and are sent when it is back; the server carries each out once. Without this script they are forms.
import { start, tick } from "./live/clock.ts";
import { follow } from "./live/follow.ts";

interface Waiting {
  action: string;
  fields: [string, string][];
  label: string;
}

const againInMs = 3000;

function ask(method: string, address: string, fields?: [string, string][]): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    // A document parsed by the browser itself: no script of the answer runs, no text becomes markup here.
    request.responseType = "document";
    request.timeout = 20_000;
    request.onload = () => (request.status < 500 && request.responseXML ? resolve(request.responseXML) : reject(new Error(`${request.status}`)));
    request.onerror = request.ontimeout = () => reject(new Error("network"));
    request.send(fields && new URLSearchParams(fields));
  });
}

/** Tells a choice of one matter from the same choice of another. */
const nameOf = (radio: HTMLInputElement): string =>
  `${radio.form?.querySelector<HTMLInputElement>("input[name='Input.Row']")?.value} ${radio.name} ${radio.value}`;

function enliven(box: HTMLElement): void {
  const store = `live-${box.dataset["live"]}`;
  const network = box.querySelector<HTMLElement>("[data-live-network]")!;
  const list = box.querySelector<HTMLElement>("[data-live-queue]")!;
  let queue: Waiting[] = JSON.parse(localStorage.getItem(store) ?? "[]");
  let isSending = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const keep = () => {
    localStorage.setItem(store, JSON.stringify(queue));
    list.replaceChildren(
      ...queue.map((one) => {
        const item = document.createElement("li");
        item.textContent = one.label;
        return item;
      }),
    );
  };
  const say = (words: string | undefined) => {
    network.hidden = !words;
    network.textContent = words ?? "";
  };

  /** Shows what the server says; a part in which somebody is writing stays until they are done. */
  const show = (page: Document) => {
    for (const part of document.querySelectorAll<HTMLElement>("[data-live-part]")) {
      const renewed = page.querySelector<HTMLElement>(`[data-live-part="${part.dataset["livePart"]}"]`);
      if (!renewed) continue;
      const typed = [...part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input:not([type=hidden])")];
      const isWriting = typed.some((field) => (field.type === "radio" ? field === document.activeElement : field.value !== field.defaultValue));
      if (isWriting) continue;
      const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
      const open = [...part.querySelectorAll("details")].map((one) => one.open);
      const chosen = [...part.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter((one) => one.checked && !one.defaultChecked).map(nameOf);
      part.replaceChildren(...renewed.childNodes);
      // What was chosen and not yet sent stays chosen.
      for (const one of part.querySelectorAll<HTMLInputElement>("input[type=radio]")) if (chosen.includes(nameOf(one))) one.checked = true;
      [...part.querySelectorAll("details")].forEach((one, place) => (one.open = open[place] ?? false));
      if (focused) document.getElementById(focused)?.focus();
    }
    tick();
  };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    try {
      while (queue.length > 0) {
        const one = queue[0]!;
        const page = await ask("POST", one.action, one.fields);
        queue = queue.slice(1);
        keep();
        say(page.querySelector("[data-live-part=notice] .error-summary") ? `${box.dataset["liveRefused"]} ${one.label}` : undefined);
        // Signed out, or over: the server's own page says so.
        if (!page.querySelector("[data-live]")) location.reload();
        show(page);
      }
    } catch {
      say(`${box.dataset["liveOffline"]} ${queue.length} ${box.dataset["liveWaiting"]}`);
      clearTimeout(again);
      again = setTimeout(() => void send(), againInMs);
    }
    isSending = false;
  };

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if (form.dataset["queued"] === undefined) return;
      event.preventDefault();
      const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
      const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]);
      if (button?.name) fields.push([button.name, button.value]);
      const words = form.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea, input.input")?.value ?? "";
      queue.push({ action: form.action, fields, label: `${form.dataset["queued"]}${words ? `: ${words}` : ""}` });
      keep();
      // What is on its way is no longer being written; a form for something new is empty again.
      const isNew = /handler=(Point|Add|Speak|Adjourn)\b/.test(form.action);
      for (const field of form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input.input")) {
        if (isNew) field.value = "";
        field.defaultValue = field.value;
      }
      for (const field of form.querySelectorAll<HTMLInputElement>("input[type=radio]")) field.defaultChecked = field.checked;
      void send();
    },
    true,
  );

  follow(box.dataset["liveEvents"]!, () => {
    if (queue.length === 0) ask("GET", location.href).then(show, () => undefined);
  });
  addEventListener("online", () => void send());
  keep();
  void send();
}

const box = document.querySelector<HTMLElement>("[data-live]");
if (box) {
  enliven(box);
  start();
}

export {};
