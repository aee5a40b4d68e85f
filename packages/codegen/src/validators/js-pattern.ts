/** A JavaScript regular expression. */
export interface JsPattern {
  readonly source: string;
  readonly flags: string;
}

const setAtEnd = /(?:(?<!\\)(?:\\\\)*\\(?:[dDwWsS]|[pP](?:[A-Z]|\{\w+\}))|:\])$/;

const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7F",
  blank: "\\t ",
  cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/**
 * Converts a Go pattern, which the API server runs, to a JavaScript one that matches the same.
 *
 * They differ in the meaning of `.` and `\s`, in the escapes that exist, in named character classes and in flags.
 *
 * @see {@link https://pkg.go.dev/regexp/syntax}
 * @returns `undefined` if there is no such expression, or this function does not know it.
 */
export function toJsPattern(pattern: string): JsPattern | undefined {
  const [, given = "", rest = ""] = /^(?:\(\?([a-zA-Z]+)\))?([\s\S]*)$/.exec(pattern) ?? [];
  if (/[^ims]/.test(given)) return undefined;
  // Ignoring case, Go and JavaScript fold some letters of other scripts differently; within ASCII they agree.
  const isDotAll = given.includes("s");
  const source = translate(rest, isDotAll);
  const flags = `${given.includes("i") ? "i" : ""}${given.includes("m") ? "m" : ""}u`;
  if (source === undefined) return undefined;
  try {
    new RegExp(source, flags);
    return { source, flags };
  } catch {
    return undefined;
  }
}

function translate(pattern: string, isDotAll: boolean): string | undefined {
  let [result, isClass] = ["", false];
  for (let index = 0; index < pattern.length; index++) {
    const rest = pattern.slice(index);
    const char = pattern.charAt(index);
    if (char === "\\") {
      const escaped = translateEscape(rest, isClass);
      if (escaped === undefined) return undefined;
      result += escaped.text;
      index += escaped.length - 1;
    } else if (isClass) {
      const posix = /^\[:(\w+):\]/.exec(rest);
      if (posix) {
        const members = posixClasses[posix[1] ?? ""];
        if (members === undefined) return undefined; // [[:^alpha:]] among them
        result += members;
        index += posix[0].length - 1;
      } else if (rest.startsWith("[:")) return undefined;
      else {
        isClass = char !== "]";
        // After a set such as \w, Go reads a dash literally.
        const isPlain = char === "[" || (char === "-" && setAtEnd.test(pattern.slice(0, index)));
        result += isPlain ? `\\${char}` : char;
      }
    } else if (char === "[") {
      isClass = true;
      // A bracket that comes first is a member of the class.
      const [opening = "["] = /^\[\^?\]?/.exec(rest) ?? [];
      result += opening.replace("]", "\\]");
      index += opening.length - 1;
    } else if (char === ".") result += isDotAll ? "[\\s\\S]" : "[^\\n]";
    else if (char === "(" && rest.startsWith("(?")) {
      const named = /^\(\?P?<(\w+)>/.exec(rest);
      if (named) {
        result += `(?<${named[1]}>`;
        index += named[0].length - 1;
      } else if (rest.startsWith("(?:")) {
        result += "(?:";
        index += 2;
      } else return undefined; // flags for a part
    } else if ((char === "{" && !/^\{\d+(?:,\d*)?\}/.test(rest)) || char === "}" && !/\{\d+(?:,\d*)?$/.test(result)) {
      result += `\\${char}`;
    } else if (char === "]") result += "\\]";
    else result += char;
  }
  return isClass ? undefined : result;
}

function translateEscape(rest: string, isClass: boolean): { text: string; length: number } | undefined {
  const char = rest.charAt(1);
  if (/[dDwWtnrfv]/.test(char)) return { text: `\\${char}`, length: 2 };
  if (/[bB]/.test(char)) return isClass ? undefined : { text: `\\${char}`, length: 2 };
  if (char === "s") return { text: isClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]", length: 2 };
  if (char === "S") return isClass ? undefined : { text: "[^\\t\\n\\f\\r ]", length: 2 };
  if (char === "a") return { text: "\\x07", length: 2 };
  if (!isClass && char === "A") return { text: "(?<![\\s\\S])", length: 2 };
  if (!isClass && char === "z") return { text: "(?![\\s\\S])", length: 2 };
  const hex = /^\\x(?:([\da-fA-F]{2})|\{([\da-fA-F]+)\})/.exec(rest);
  if (hex) return { text: `\\u{${hex[1] ?? hex[2]}}`, length: hex[0].length };
  const property = /^\\([pP])(?:([A-Z])|\{(\^?)(\w+)\})/.exec(rest);
  if (property && !property[3]) {
    const name = property[2] ?? property[4] ?? "";
    return { text: `\\${property[1]}{${name.length > 2 ? `Script=${name}` : name}}`, length: property[0].length };
  }
  // Go allows any punctuation to be escaped; JavaScript only characters with a meaning.
  if (!/[!-/:-@[-`{-~]/.test(char)) return undefined;
  const needsEscape = /[\^$\\.*+?()[\]{}|/]/.test(char) || (isClass && char === "-");
  return { text: needsEscape ? `\\${char}` : char, length: 2 };
}
