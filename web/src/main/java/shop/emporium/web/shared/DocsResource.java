package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page on which to read about the REST interface and try it: Swagger UI from its webjar. */
@Path("/docs")
@RequestScoped
public class DocsResource {

  @Inject private Assets assets;

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response page() throws IOException {
    String template;
    try (InputStream file =
        DocsResource.class.getResourceAsStream("/shop/emporium/web/docs.html")) {
      template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    String page =
        template
            .replace("{swagger}", "/webjars/swagger-ui/" + version())
            .replace("{script}", assets.url("docs.js"));
    return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "public, max-age=60").build();
  }

  /** The version of the webjar in this archive, so that it is written down in the build only. */
  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream file =
        DocsResource.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(file);
    }
    return properties.getProperty("version");
  }
}
