// Tells people that a submit is under way when it takes longer than a second, and stops a second click.
// Without this script the browser's own indication remains, and the server takes each form only once.
const patienceInMs = 1000;
let busy: HTMLElement | undefined;

function show(): void {
  busy = document.createElement("div");
  busy.className = "busy";
  busy.setAttribute("role", "status");
  document.body.append(busy);
  // Text that arrives after the live region stands is read aloud.
  busy.textContent = document.body.dataset["busy"] ?? "…";
}

function hide(): void {
  busy?.remove();
  busy = undefined;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset["sent"];
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.target === "_blank" || form.hasAttribute("data-download")) return;
  if (form.dataset["sent"] !== undefined) {
    event.preventDefault();
    return;
  }
  if (form.method === "post") form.dataset["sent"] = "";
  setTimeout(() => form.isConnected && !busy && show(), patienceInMs);
});

// Coming back by the browser's Back button shows the page as it was left.
addEventListener("pageshow", (event) => event.persisted && hide());

export {};
