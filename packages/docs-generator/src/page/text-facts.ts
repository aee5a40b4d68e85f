/**
 * Facts that only the text of a field states: the published OpenAPI of Kubernetes has neither defaults nor marks of
 * immutable fields. Wherever one is shown, a note says that it comes from the text.
 */
export interface TextFacts {
  readonly values?: readonly string[];
  readonly default?: string;
  readonly isImmutable: boolean;
  readonly isDeprecated: boolean;
}

/** Reads the facts of one text; only its first 20,000 characters count. */
export function readTextFacts(description: string): TextFacts {
  const text = description.slice(0, 20_000);
  const values = possibleValues(text);
  const defaultText = defaultPattern.exec(text)?.slice(1).find((part) => part !== undefined);
  return {
    ...(values.length > 0 ? { values } : {}),
    ...(defaultText === undefined ? {} : { default: defaultText }),
    isImmutable: immutablePattern.test(text),
    isDeprecated: isDeprecatedText(text),
  };
}

/** Tells whether a text says that its own subject is deprecated. */
export function isDeprecatedText(text: string): boolean {
  return deprecatedPattern.test(text.slice(0, 2000));
}

// The API server appends this to a text where it knows the values:
// https://github.com/kubernetes/kube-openapi/blob/master/pkg/generators/enum.go
const possibleValuesMark = /Possible enum values:\s*\n((?:\s*- `"[^\n]*(?:\n|$))+)/;

function possibleValues(text: string): readonly string[] {
  const block = possibleValuesMark.exec(text)?.[1] ?? "";
  return [...block.matchAll(/- `"([^"\n]*)"`/g)].map(([, value = ""]) => value);
}

// Only what is clearly a value: in quotes, a number, true or false, or one capitalised word at the end of a sentence.
const defaultPattern =
  /\b[Dd]efaults?(?: value)?(?: is| to|:)(?: the)?(?: value)?(?: of)? (?:"([^"\n]{1,60})"|'([^'\n]{1,60})'|`"?([^`"\n]{1,60})"?`(?!\w)|(-?\d+(?:\.\d+)?\w*|true|false)(?=[\s.,;)]|$)(?! (?:if|unless|when|for))|([A-Z][A-Za-z]+)(?=[.,;)]|$))/;
// What it may begin with comes first: looking back from every character would take long.
const immutablePattern =
  /\b(?=is |are |immutable |can|may )(?<!\bensures [^.]{0,200})(?:(?:is|are) immutable|immutable (?:once|after)|(?:cannot|can not|may not|can't) be (?:updated|changed|modified)|cannot be (?:un)?set once)\b/i;
const deprecatedPattern =
  /^\s*(?:\w+ (?:is|are) )?deprecated\b(?! indicates)|\bthis (?:field|api|type|property|label) (?:is|has been) deprecated\b|\bdeprecated:/i;
