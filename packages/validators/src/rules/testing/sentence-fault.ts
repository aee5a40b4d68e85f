const value = String.raw`"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false`;
const verbs = "must|is|has|was|cannot|does not|fits|contains|leads";
const form = new RegExp(`^(?:(?:${value}) )?(?:${verbs}) [^ ]`, "s");
/** Words that readers stumble over, or have to translate. */
const clumsy =
  /\b(?:is|are|was) no\b(?! longer)|\bgone\b|\bis made by\b|\bneeds?\b|\bthere (?:already|twice)\b|\bexpected\b|\bholds?\b|\banew\b|\btold apart\b/;

/**
 * Says why a message is not a sentence about its field: it begins with the value or a verb that agrees with it, ends
 * without a period, and reads well after `spec.port: `.
 */
export function sentenceFault(message: string): string | undefined {
  if (!form.test(message)) {
    return "does not begin with a verb that agrees with the field, or with the value and such a verb";
  }
  if (/[.,:;!\s]$/.test(message)) return "ends with punctuation";
  // What is quoted is not ours.
  const own = message.replace(new RegExp(value, "gs"), '""');
  if (/ {2}|\n/.test(own)) return "has more than one space in a row";
  const word = clumsy.exec(own)?.[0];
  return word === undefined ? undefined : `has the words "${word}"`;
}
