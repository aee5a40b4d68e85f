import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The files that were written. */
export interface Corpus {
  readonly fileCount: number;
  readonly lineCount: number;
  readonly sizeBytes: number;
}

const templates = [deployment, service, ingress, configMap];
const filesPerFolder = 1000;

/**
 * Writes manifests as a team would keep them: Deployments, Services, Ingresses and ConfigMaps in turn, about 60 lines
 * each, no two alike, all valid. The same count gives the same bytes.
 */
export function writeCorpus(folder: string, fileCount: number): Corpus {
  let [lineCount, sizeBytes] = [0, 0];
  for (let index = 0; index < fileCount; index++) {
    const subfolder = join(folder, `team-${Math.floor(index / filesPerFolder)}`);
    if (index % filesPerFolder === 0) mkdirSync(subfolder, { recursive: true });
    const template = templates[index % templates.length] ?? deployment;
    const text = template(`app-${index}`, index);
    writeFileSync(join(subfolder, `${template.name.toLowerCase()}-${index}.yaml`), text);
    lineCount += text.split("\n").length - 1;
    sizeBytes += text.length;
  }
  return { fileCount, lineCount, sizeBytes };
}

function metadata(name: string, index: number): string {
  return `metadata:
  name: ${name}
  namespace: team-${index % 40}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/instance: ${name}-${index % 3}
    app.kubernetes.io/version: "1.${index % 20}.0"
    app.kubernetes.io/managed-by: Helm
  annotations:
    example.com/owner: team-${index % 40}@example.com
    example.com/revision: "${index}"
`;
}

function deployment(name: string, index: number): string {
  return `apiVersion: apps/v1
kind: Deployment
${metadata(name, index)}spec:
  replicas: ${(index % 5) + 1}
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 0
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      serviceAccountName: ${name}
      terminationGracePeriodSeconds: 30
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
      containers:
        - name: app
          image: "registry.example.com/${name}:1.${index % 20}.0"
          imagePullPolicy: IfNotPresent
          args: ["--port=8080", "--log-level=info"]
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
            - name: metrics
              containerPort: 9090
              protocol: TCP
          env:
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
            - name: CACHE_SIZE
              value: "${(index % 8) * 64}"
          envFrom:
            - configMapRef:
                name: ${name}
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 10
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: 15
          volumeMounts:
            - name: config
              mountPath: /etc/app
              readOnly: true
      volumes:
        - name: config
          configMap:
            name: ${name}
`;
}

function service(name: string, index: number): string {
  const ports = Array.from({ length: 7 }, (_, port) =>
    `    - name: port-${port}
      protocol: TCP
      port: ${8000 + port}
      targetPort: ${port % 2 === 0 ? `port-${port}` : 9000 + port}
`);
  return `apiVersion: v1
kind: Service
${metadata(name, index)}spec:
  type: ClusterIP
  sessionAffinity: ClientIP
  sessionAffinityConfig:
    clientIP:
      timeoutSeconds: 3600
  publishNotReadyAddresses: false
  selector:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/instance: ${name}-${index % 3}
  ports:
${ports.join("")}`;
}

function ingress(name: string, index: number): string {
  const rules = ["www", "api", "shop"].map((host) =>
    `    - host: ${host}-${index}.example.com
      http:
        paths:
          - path: /${host}
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port:
                  name: http
          - path: /${host}/exact
            pathType: Exact
            backend:
              service:
                name: ${name}
                port:
                  number: ${8000 + (index % 100)}
`
  );
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
${metadata(name, index)}spec:
  ingressClassName: public
  tls:
    - hosts:
        - www-${index}.example.com
        - api-${index}.example.com
      secretName: ${name}-tls
  rules:
${rules.join("")}`;
}

function configMap(name: string, index: number): string {
  const flags = Array.from({ length: 15 }, (_, flag) => `  FEATURE_${flag}: "${(index + flag) % 2 === 0}"\n`);
  const lines = Array.from({ length: 20 }, (_, line) => `    server.option-${line} = ${index * line}\n`);
  return `apiVersion: v1
kind: ConfigMap
${metadata(name, index)}data:
  LOG_LEVEL: info
${flags.join("")}  app.properties: |
    # Settings of ${name}
${lines.join("")}`;
}
