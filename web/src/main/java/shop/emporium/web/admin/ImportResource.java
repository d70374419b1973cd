package shop.emporium.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import shop.emporium.ejb.catalog.CatalogueImportService;
import shop.emporium.ejb.catalog.ImportIssue;
import shop.emporium.ejb.catalog.ImportReport;
import shop.emporium.ejb.catalog.PictureService;
import shop.emporium.web.shared.Problem;

/** Takes catalogue files and pictures from {@code scripts/store import}. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ImportResource {

  @Inject private CatalogueImportService imports;
  @Inject private PictureService pictures;

  @Inject
  @ConfigProperty(name = "store.operator.token")
  private Optional<String> operatorToken;

  /** What an import did. */
  public record Report(
      int created, int updated, int variants, int issueCount, List<ImportIssue> issues) {

    static Report of(ImportReport report) {
      return new Report(
          report.getCreated(),
          report.getUpdated(),
          report.getVariants(),
          report.getIssueCount(),
          report.getIssues());
    }
  }

  /** Where a picture is kept. */
  public record Stored(String source, String hash) {}

  @POST
  @Path("import")
  @Operation(hidden = true)
  public Response products(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, InputStream file) {
    return isOperator(authorization)
        ? Response.ok(Report.of(imports.importProducts(file))).build()
        : refusal();
  }

  @POST
  @Path("import/categories")
  @Operation(hidden = true)
  public Response categories(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, InputStream file) {
    return isOperator(authorization)
        ? Response.ok(Report.of(imports.importCategories(file))).build()
        : refusal();
  }

  @PUT
  @Path("pictures/{source}")
  @Operation(hidden = true)
  public Response picture(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @PathParam("source") String source,
      InputStream file)
      throws IOException {
    if (!isOperator(authorization)) {
      return refusal();
    }
    byte[] bytes = file.readNBytes(PictureService.MAX_BYTES + 1);
    return Response.ok(new Stored(source, pictures.store(source, bytes))).build();
  }

  /** Compares in constant time; without a configured token nobody is the operator. */
  private boolean isOperator(String authorization) {
    return authorization != null
        && operatorToken.isPresent()
        && MessageDigest.isEqual(
            ("Bearer " + operatorToken.get()).getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }

  private static Response refusal() {
    return Problem.of(
            401,
            "operator-only",
            "For the operator only",
            "Use scripts/store on the shop's own machine.")
        .toResponse();
  }
}
