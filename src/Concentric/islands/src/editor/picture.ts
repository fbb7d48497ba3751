/** Sends a picture to the server and returns its address, or nothing with the server's reason told. */
export async function upload(file: File, area: HTMLTextAreaElement, tell: (text: string) => void): Promise<string | undefined> {
  const body = new FormData();
  body.append("file", file);
  const token = area.form?.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value;
  if (token) body.append("__RequestVerificationToken", token);
  const answer = await fetch(area.dataset["upload"]!, { method: "POST", body });
  const told = (await answer.json().catch(() => ({}))) as { url?: string; detail?: string };
  if (!answer.ok || !told.url) tell(told.detail ?? `${answer.status}`);
  return answer.ok ? told.url : undefined;
}
