export { buildPage } from "./page/build-page.ts";
export { findKind, KindNotFoundError } from "./page/find-kind.ts";
export { emitMarkdownPage } from "./markdown/emit-markdown-page.ts";
