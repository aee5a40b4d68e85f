import { type Definition, type Field, formatApiVersion, type Schema, type SchemaModel } from "@kubeschema/model";
import { formatEventVersion, type HistoryEvent, isRemoved, type SchemaHistory } from "../history/history.ts";
import { findDefinition, innermostSchema } from "../page/definitions.ts";
import { fieldFacts } from "../page/field-facts.ts";
import { mergeFacts } from "../page/merge-facts.ts";
import { requiredFirst } from "../page/required-first.ts";
import { shortName } from "../page/short-name.ts";
import type { Inline } from "../prose/prose.ts";
import { parseProse } from "../prose/parse-prose.ts";
import { toPrintable } from "../prose/to-printable.ts";
import { fieldsBelow, type FoundField } from "./find-field.ts";

/** Options of an explanation. */
export interface ExplanationOptions {
  readonly history: SchemaHistory;
  /** List all fields below, with names and types only. */
  readonly isRecursive: boolean;
  readonly hasColour: boolean;
  /** The columns of the terminal. */
  readonly width: number;
}

/** Explains a field as `kubectl explain` does, and adds what the server does not say: values, defaults, history. */
export function emitExplanation(model: SchemaModel, found: FoundField, options: ExplanationOptions): string {
  return new Explainer(model, options).explain(found);
}

type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";
const colorCodes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

class Explainer {
  readonly #model: SchemaModel;
  readonly #options: ExplanationOptions;
  readonly #lines: string[] = [];

  constructor(model: SchemaModel, options: ExplanationOptions) {
    this.#model = model;
    this.#options = options;
  }

  explain({ kind, path, field, owner, schema }: FoundField): string {
    const { history } = this.#options;
    this.#fact("GROUP", kind.group === "" ? "core" : kind.group);
    this.#fact("KIND", kind.kind);
    this.#fact("VERSION", kind.version);
    this.#fact("KUBERNETES", this.#model.kubernetesVersion);
    const key = `${formatApiVersion(kind)}/${kind.kind}`;
    const events = field && owner ? history.ofField(owner.name, field.name) : history.ofKind(key);
    this.#lines.push("");
    if (field) {
      this.#lines.push(`${this.#paint("bold", "FIELD:")} ${this.#head(field, path.join("."), events)}`, "");
      const before = this.#lines.length;
      this.#facts(field, "  ");
      if (this.#lines.length > before) this.#lines.push("");
    } else if (kind.lifecycle) {
      const { introduced, deprecated, removed, replacement } = kind.lifecycle;
      const parts = [
        ...(introduced === undefined ? [] : [`since ${introduced}`]),
        ...(deprecated === undefined ? [] : [`deprecated in ${deprecated}`]),
        ...(removed === undefined ? [] : [`removed in ${removed}`]),
        ...(replacement === undefined ? [] : [`use ${replacement}`]),
      ];
      this.#lines.push(`${this.#paint("bold", "LIFECYCLE:")} ${parts.join(", ")}`, "");
    }
    const description = field ? this.#descriptionOf(field) : findDefinition(this.#model, kind.definition)?.description;
    this.#lines.push(this.#paint("bold", "DESCRIPTION:"));
    this.#prose(description ?? "No description.", 4);
    const below = fieldsBelow(this.#model, schema, owner);
    if (below.fields.length > 0) {
      this.#lines.push("", this.#paint("bold", "FIELDS:"));
      this.#tree(below.fields, below.owner, 2, new Set(below.owner ? [below.owner.name] : []));
    }
    return `${this.#lines.map((line) => line.trimEnd()).join("\n")}\n`;
  }

  #fact(name: string, value: string): void {
    this.#lines.push(`${this.#paint("bold", `${name}:`.padEnd(12))}${toPrintable(value)}`);
  }

  #tree(fields: readonly Field[], owner: Definition | undefined, indent: number, open: ReadonlySet<string>): void {
    const { history, isRecursive } = this.#options;
    for (const field of requiredFirst(fields)) {
      const events = owner ? history.ofField(owner.name, field.name) : [];
      if (isRemoved(events)) continue;
      this.#lines.push(" ".repeat(indent) + this.#head(field, field.name, events));
      if (!isRecursive) {
        this.#facts(field, " ".repeat(indent + 2));
        this.#prose(this.#descriptionOf(field) ?? "", indent + 2);
        this.#lines.push("");
        continue;
      }
      const below = fieldsBelow(this.#model, field.schema, owner);
      const name = below.owner?.name ?? "";
      const isNamed = innermostSchema(field.schema).type === "ref";
      // A recursive type is not listed again inside itself.
      if (isNamed && open.has(name)) continue;
      this.#tree(below.fields, below.owner, indent + 2, isNamed ? new Set([...open, name]) : open);
    }
  }

  #head(field: Field, name: string, events: readonly HistoryEvent[]): string {
    const facts = fieldFacts(this.#model, field);
    const marks = events.flatMap((event) => {
      const version = formatEventVersion(event);
      if (event.type === "added") return [this.#paint("green", `since ${version}`)];
      if (event.type === "removed") return [this.#paint("yellow", `removed in ${version}`)];
      return event.type === "deprecated" ? [this.#paint("yellow", `deprecated in ${version}`)] : [];
    });
    const isMarked = events.some(({ type }) => type === "deprecated");
    return [
      this.#paint("cyan", toPrintable(name)),
      this.#paint("dim", `<${labelOf(field.schema)}>`),
      ...(field.isRequired ? [this.#paint("red", "required")] : []),
      ...(facts.isDeprecated && !isMarked ? [this.#paint("yellow", "deprecated")] : []),
      ...marks,
    ].join(" ");
  }

  #facts(field: Field, indent: string): void {
    const { values, default: value, immutable, constraints = {}, rules = [] } = fieldFacts(this.#model, field);
    const { listType, mapKeys } = mergeFacts(this.#model, field);
    const source = (fact: { readonly source: string }): string => fact.source === "text" ? " (from the text)" : "";
    const lines = [
      ...(values ? [`one of: ${values.value.map(textOf).join(", ")}${source(values)}`] : []),
      ...(value ? [`default: ${textOf(value.value)}${source(value)}`] : []),
      ...(immutable ? [`immutable${source(immutable)}`] : []),
      ...(listType === undefined ? [] : [`list type: ${listType}${mapKeys ? `, keys ${mapKeys.join(", ")}` : ""}`]),
      ...Object.entries(constraints).map(([name, limit]) => `${name}: ${textOf(limit)}`),
      ...rules.map(({ rule, message }) => `rule: ${rule}${message === undefined ? "" : ` (${message})`}`),
    ];
    for (const line of lines) this.#lines.push(indent + this.#paint("dim", toPrintable(line).replace(/\s+/g, " ")));
  }

  #descriptionOf(field: Field): string | undefined {
    if (field.description !== undefined) return field.description;
    return field.schema.type === "ref" ? findDefinition(this.#model, field.schema.definition)?.description : undefined;
  }

  #prose(text: string, indent: number): void {
    for (const block of parseProse(text)) {
      switch (block.type) {
        case "paragraph":
          for (const row of inlineText(block.content).split("\n")) this.#wrap(row, indent, "");
          break;
        case "list":
          for (const item of block.items) this.#wrap(inlineText(item), indent, "- ");
          break;
        case "code":
          for (const line of block.text.split("\n")) this.#lines.push(" ".repeat(indent) + line);
      }
    }
  }

  #wrap(text: string, indent: number, mark: string): void {
    const width = Math.max(20, this.#options.width - indent - mark.length);
    let line = "";
    let isFirst = true;
    const push = (): void => {
      this.#lines.push(" ".repeat(indent) + (isFirst ? mark : " ".repeat(mark.length)) + line);
      isFirst = false;
    };
    for (const word of text.split(" ").filter((part) => part !== "")) {
      if (line !== "" && line.length + 1 + word.length > width) {
        push();
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    if (line !== "") push();
  }

  #paint(style: Style, text: string): string {
    return this.#options.hasColour ? `\x1b[${colorCodes[style]}m${text}\x1b[0m` : text;
  }
}

function inlineText(content: readonly Inline[]): string {
  return content.map((part) => {
    switch (part.type) {
      case "link":
        return part.url;
      case "break":
        return "\n";
      default:
        return part.text;
    }
  }).join("");
}

/** Writes the type in short, as kubectl does: `[]IngressRule`, `map[string]string`. */
function labelOf(schema: Schema): string {
  switch (schema.type) {
    case "list":
      return `[]${labelOf(schema.items)}`;
    case "map":
      return `map[string]${labelOf(schema.values)}`;
    case "ref":
      return toPrintable(shortName(schema.definition));
    case "int-or-string":
      return "IntOrString";
    case "object":
      return "Object";
    default:
      return schema.type;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : JSON.stringify(value);
}
