// The page to try the REST interface; the bundle before this script is Swagger UI's.
window.SwaggerUIBundle({
  url: "/api/v1/openapi?format=JSON",
  dom_id: "#docs",
  deepLinking: true,
  tryItOutEnabled: true,
});
