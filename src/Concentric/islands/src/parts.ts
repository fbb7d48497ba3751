// Renews parts of a form from the server while people fill it in: the fields that follow a choice, what a search found, a list that
// grows. Without this script the same buttons send the form, and the page comes back with everything that was typed.
const pauseInMs = 250;

function answerOf(form: HTMLFormElement, act: string): Promise<Document> {
  const body = new FormData(form);
  // Files are sent once, when the form is kept.
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) body.delete(input.name);
  body.set("Act", act);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    // A document parsed by the browser itself: no script of the answer runs, no text becomes markup here.
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : reject(new Error(`${request.status}`)));
    request.onerror = () => reject(new Error("network"));
    request.send(body);
  });
}

function enliven(form: HTMLFormElement): void {
  let turn = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const renew = async (act: string, button?: HTMLButtonElement) => {
    clearTimeout(waiting);
    const mine = ++turn;
    try {
      const answer = await answerOf(form, act);
      // A later question was asked meanwhile.
      if (mine !== turn) return;
      for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
        const renewed = answer.querySelector(`[data-part="${part.dataset["part"]}"]`);
        if (renewed) part.replaceChildren(...renewed.childNodes);
      }
      const find = form.querySelector<HTMLInputElement>("input[data-renew-typed]");
      if (find && button?.dataset["renew"] === "add") {
        find.value = "";
        find.focus();
      }
    } catch {
      // What the script cannot do, the form can.
      if (button) {
        delete button.dataset["renew"];
        button.click();
      }
    }
  };

  form.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-renew]");
    if (!button) return;
    event.preventDefault();
    void renew(button.value, button);
  });
  form.addEventListener("change", (event) => {
    const choice = (event.target as Element).closest<HTMLElement>("select[data-renew], input[data-renew]");
    if (choice) void renew(choice.dataset["renew"]!);
  });
  form.addEventListener("input", (event) => {
    const typed = (event.target as Element).closest<HTMLElement>("[data-renew-typed]");
    if (!typed) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void renew(typed.dataset["renewTyped"]!), pauseInMs);
  });
  // Return in the search finds; it does not keep the record.
  form.addEventListener("keydown", (event) => {
    const typed = (event.target as Element).closest<HTMLElement>("[data-renew-typed]");
    if (!typed || typed instanceof HTMLTextAreaElement || event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    void renew(typed.dataset["renewTyped"]!);
  });
  for (const spare of document.querySelectorAll<HTMLElement>("[data-without-script]")) spare.remove();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-parts]")) enliven(form);

export {};
