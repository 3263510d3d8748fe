// Calls to the server. A refusal becomes an ApiError that carries what the server said and its reference.

export class ApiError extends Error {
  constructor(status, error) {
    super(error.message || 'The server did not answer.');
    this.status = status;
    this.code = error.code || 'no_answer';
    this.reference = error.reference || '';
  }
}

async function call(method, path, body) {
  const options = { method, headers: { Accept: 'application/json', 'X-WaKit-Request': 'dashboard' } };
  if (body instanceof FormData) {
    options.body = body;
  } else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError(0, { message: 'The server cannot be reached. What was sent already is safe; start it again.' });
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer.error || {});
  return answer;
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const patch = (path, body) => call('PATCH', path, body);
export const remove = (path) => call('DELETE', path);

export function query(values) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== '' && value !== null && value !== undefined) parameters.set(name, value);
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
