/** A JSON file of the site. Throws where it is not there. */
export async function fetchJson<Value>(address: URL): Promise<Value> {
  // As a page's preload asks, or the browser fetches twice.
  const answer = await fetch(address, { credentials: "same-origin", mode: "cors" });
  if (!answer.ok) throw new Error(`found status ${answer.status} for ${address.pathname}`);
  return (await answer.json()) as Value;
}
