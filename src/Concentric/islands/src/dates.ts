// Gives each text field for a date the browser's own calendar behind a button. The text field stays the truth:
// it keeps what was typed, also when that is no date, so that the page can say what is wrong with it.
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

function withPicker(text: HTMLInputElement): void {
  const template = text.parentElement?.querySelector<HTMLTemplateElement>("template");
  const button = template?.content.querySelector("button")?.cloneNode(true) as HTMLButtonElement | undefined;
  const picker = document.createElement("input");
  if (!button || !("showPicker" in picker)) return;

  picker.type = "date";
  picker.className = "native-picker";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.addEventListener("change", () => {
    text.value = picker.value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  });
  button.addEventListener("click", () => {
    picker.value = isoDate.test(text.value) ? text.value : "";
    picker.showPicker();
  });
  text.after(picker, button);
}

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-date]")) withPicker(field);

export {};
