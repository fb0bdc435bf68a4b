window.ui = SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  persistAuthorization: false,
  displayRequestDuration: true,
  docExpansion: "list",
  validatorUrl: null,
  requestInterceptor: async (request) => {
    // Somebody who is signed in here acts from a page of ours: their requests carry the session's token.
    if (request.method !== "GET" && !request.headers.Authorization) {
      const me = await fetch("/api/v1/auth/me");
      if (me.ok) request.headers["X-CSRF-Token"] = (await me.json()).csrf_token;
    }
    return request;
  },
  presets: [SwaggerUIBundle.presets.apis],
});
