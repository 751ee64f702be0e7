// Talking to the simulator's control API; a failed request becomes an Error with the simulator's sentence.

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || `The simulator answered ${response.status}`);
  return body;
}

export async function get(path, query = {}, options = {}) {
  const search = new URLSearchParams(query).toString();
  return answered(await fetch(search ? `${path}?${search}` : path, options));
}

export async function post(path, body = {}) {
  const form = body instanceof FormData;
  return answered(await fetch(path, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body),
  }));
}
