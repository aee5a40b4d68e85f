import type { IngressObject } from "../objects/ingress-object.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { warningEvent } from "../objects/warning-event.ts";
import { formatTime } from "../place/format-time.ts";

/** Makes a controller's warning about an Ingress, a minute old. */
export function warningAbout({ metadata: { namespace, name, uid } }: IngressObject, atMs: number): KubeObject {
  return warningEvent(name, {
    namespace,
    ...(uid === undefined ? {} : { uid }),
    lastSeenAt: formatTime(atMs - 60_000),
  });
}
