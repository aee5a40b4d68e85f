const notBase64 = /[^A-Za-z0-9+/=]/;

/**
 * Tells whether a value is padded base64 text; line breaks in it do not count, as in Go's decoder. That decoder also takes
 * a list of numbers from 0 to 255.
 */
export function isByte(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isOctet);
  if (typeof value !== "string") return false;
  const text = value.replace(/[\r\n]/g, "");
  if (text.length % 4 !== 0 || notBase64.test(text)) return false;
  const padding = text.indexOf("=");
  return padding === -1 || padding === text.length - 1 || (padding === text.length - 2 && text.endsWith("=="));
}

function isOctet(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255);
}
