import { getDistDirectory, renderAltair, type RenderOptions } from "altair-static";
import express, { Router } from "express";

const FIRST_QUERY = `# Paste the token that \`regia token\` or the demo printed under "Set headers":
#   Authorization: Bearer …
query WhoAmI {
  viewer {
    kind
    name
    rights
  }
}
`;

const SETTINGS: RenderOptions = {
  baseURL: "/explorer/",
  endpointURL: "/graphql",
  initialQuery: FIRST_QUERY,
  initialName: "Regia",
  initialHeaders: { Authorization: "Bearer " },
  instanceStorageNamespace: "regia",
  disableAccount: true,
};

/** What the explorer may load and talk to: this server only, whatever its plugins or a pasted document say. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The explorer's own announcements lead to services on the internet. */
const WITHOUT_BANNERS = "<style>app-banner-container { display: none }</style>";

/** `GET /` in a browser: an explorer of the API whose every file comes from this server. */
export function explorerRoutes(): Router {
  const router = Router();
  const page = renderAltair(SETTINGS)
    .replace("</head>", `${WITHOUT_BANNERS}</head>`)
    .replace("<title>Altair", "<title>Regia");
  router.get("/", (_request, response) => {
    response.setHeader("content-security-policy", POLICY).type("html").send(page);
  });
  router.use("/explorer", express.static(getDistDirectory(), { index: false, maxAge: "1 day" }));
  return router;
}
