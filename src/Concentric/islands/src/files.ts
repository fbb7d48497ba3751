// Says beside the field that the chosen files are more than one request may carry, before anything is sent: the server would cut the
// connection while the browser still sends, and what was typed would be lost with it. Without this script the server's page says so.
function sizeOf(input: HTMLInputElement): number {
  return [...(input.files ?? [])].reduce((sum, file) => sum + file.size, 0);
}

function tell(input: HTMLInputElement, isTooLarge: boolean): void {
  const field = input.closest<HTMLElement>(".field");
  const words = field?.querySelector("template")?.content.firstElementChild;
  if (!field || !words) return;
  field.querySelector(`#${CSS.escape(words.id)}`)?.remove();
  field.classList.toggle("invalid", isTooLarge);
  const about = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== words.id);
  if (isTooLarge) {
    input.before(words.cloneNode(true));
    about.push(words.id);
    input.setAttribute("aria-invalid", "true");
  } else {
    input.removeAttribute("aria-invalid");
  }
  if (about.length > 0) input.setAttribute("aria-describedby", about.join(" "));
  else input.removeAttribute("aria-describedby");
}

// The largest is the one to choose anew.
function tooLargeIn(form: HTMLFormElement): HTMLInputElement | undefined {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input[data-most-bytes]")].sort((one, other) => sizeOf(other) - sizeOf(one));
  const together = inputs.reduce((sum, input) => sum + sizeOf(input), 0);
  return together > Number(inputs[0]?.dataset["mostBytes"]) ? inputs[0] : undefined;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form:has(input[data-most-bytes])")) {
  form.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    if (input.dataset["mostBytes"] !== undefined) tell(input, tooLargeIn(form) === input);
  });
  form.addEventListener("submit", (event) => {
    const input = tooLargeIn(form);
    if (!input) return;
    event.preventDefault();
    tell(input, true);
    input.focus();
  });
}

export {};
