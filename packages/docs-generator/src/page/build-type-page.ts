import type { SchemaModel } from "@kubeschema/model";
import { isRemoved } from "../history/history.ts";
import { type BuildPageOptions, defaultFieldLimit } from "./build-page.ts";
import { findDefinition, innermostSchema } from "./definitions.ts";
import type { TypePage } from "./page.ts";
import { PageBuilder } from "./page-builder.ts";
import { toBaseType } from "./page-types.ts";
import { shortName } from "./short-name.ts";

/**
 * Builds the page of a type that is not a kind, such as PodSpec, in the form of {@linkcode buildPage}.
 *
 * @param definition Its full name, `io.k8s.api.core.v1.PodSpec`; one that the model lacks gives a page without fields,
 * since a CRD can refer to types that only its cluster has.
 */
export function buildTypePage(model: SchemaModel, definition: string, options: BuildPageOptions = {}): TypePage {
  const found = findDefinition(model, definition);
  const schema = found?.schema ?? { type: "any" };
  const builder = new PageBuilder(model, definition, {
    ...options,
    fieldLimit: options.fieldLimit ?? defaultFieldLimit,
  });
  const history = options.history?.ofDefinition(definition) ?? [];
  return {
    id: builder.rootId,
    kubernetesVersion: model.kubernetesVersion,
    sourceName: model.source.name,
    definition,
    name: shortName(definition),
    base: toBaseType(model, schema),
    ...(found?.description === undefined ? {} : { description: found.description }),
    ...(history.length === 0 ? {} : { history }),
    ...(isRemoved(history) ? { isRemoved: true } : {}),
    fields: builder.fieldsOf(innermostSchema(schema), [], definition),
    sharedTypes: builder.sharedTypes(),
  };
}
