// Choosing rows: a box in the heading for the whole page, and how many are chosen. Without this script each row is ticked alone,
// or all results at once by the box in the bar.
function enliven(form: HTMLFormElement): void {
  const rows = () => [...form.querySelectorAll<HTMLInputElement>('input[name="ids"]')];
  const everything = form.querySelector<HTMLInputElement>('input[name="all"]');
  const told = form.querySelector<HTMLElement>("[data-chosen]");
  const template = form.querySelector<HTMLTemplateElement>("template[data-choose-all]");
  const label = template?.content.querySelector("label")?.cloneNode(true) as HTMLLabelElement | undefined;
  const wholePage = label?.querySelector("input");
  if (!template || !label || !wholePage || !told) return;

  const usual = told.textContent;
  const show = () => {
    const chosen = rows().filter((row) => row.checked).length;
    wholePage.checked = chosen > 0 && chosen === rows().length;
    wholePage.indeterminate = chosen > 0 && chosen < rows().length;
    told.textContent = chosen > 0 ? (told.dataset["chosen"] ?? "").replace("{0}", String(chosen)) : usual;
  };
  wholePage.addEventListener("change", () => {
    for (const row of rows()) row.checked = wholePage.checked;
    show();
  });
  form.addEventListener("change", (event) => {
    if (event.target === everything && everything?.checked) for (const row of rows()) row.checked = true;
    show();
  });
  told.setAttribute("aria-live", "polite");
  template.replaceWith(label);
}

for (const form of document.querySelectorAll<HTMLFormElement>("form.bulk-form")) enliven(form);

export {};
