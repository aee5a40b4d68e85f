import { type ChangeSection, describeSchemaChanges, type SchemaChange } from "@kubeschema/model";

/** One change as a sentence, for a writer that escapes it in its own way. */
export interface ChangeSentence {
  /** The section that it belongs to: what breaks, what is deprecated, new, or otherwise changed. */
  readonly title: ChangeSection["title"];
  /** The sentence; the first part that is code names the place. */
  readonly parts: readonly SentencePart[];
}

/** A part of a sentence; what is code comes from the schema. */
export interface SentencePart {
  readonly isCode: boolean;
  readonly text: string;
}

/** The order in which readers want to know about changes. */
const changeTitles: readonly ChangeSection["title"][] = ["Breaking", "Deprecated", "New", "Changed"];

/**
 * Describes a change in the words of `describeSchemaChanges()`; there is no sentence for a changed text, which is
 * quoted instead, nor for the list of a kind (`IngressList`), which follows its kind.
 */
function describeChange(change: SchemaChange): ChangeSentence | undefined {
  if (change.code === "TEXT_CHANGED") return undefined;
  const [section] = describeSchemaChanges([change]);
  const [line] = section?.lines ?? [];
  if (section === undefined || line === undefined) return undefined;
  const parts = line.split("`").map((text, index) => ({ isCode: index % 2 === 1, text }));
  return { title: section.title, parts: parts.filter(({ text }) => text !== "") };
}

/** Groups the changes that have a sentence by section; empty sections are left out. */
export function describeChanges(
  changes: readonly SchemaChange[],
): readonly {
  readonly title: ChangeSection["title"];
  readonly told: readonly { change: SchemaChange; sentence: ChangeSentence }[];
}[] {
  const told = changes.flatMap((change) => {
    const sentence = describeChange(change);
    return sentence === undefined ? [] : [{ change, sentence }];
  });
  return changeTitles.map((title) => ({ title, told: told.filter(({ sentence }) => sentence.title === title) }))
    .filter((section) => section.told.length > 0);
}
