// A button that opens the browser's own printing. Without this script it is not there, and the browser's menu prints.
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

export {};
