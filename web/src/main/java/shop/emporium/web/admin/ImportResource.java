package shop.emporium.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import shop.emporium.ejb.catalog.PictureService;
import shop.emporium.ejb.catalog.exchange.CatalogueExportService;
import shop.emporium.ejb.catalog.exchange.CatalogueImportService;
import shop.emporium.ejb.catalog.exchange.CategoryImportService;
import shop.emporium.ejb.catalog.exchange.SynonymService;

/**
 * Takes catalogue files and pictures from {@code scripts/store import}, and gives them back to
 * {@code scripts/store export}.
 */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ImportResource {

  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject private CatalogueImportService imports;
  @Inject private CatalogueExportService exports;
  @Inject private CategoryImportService categories;
  @Inject private SynonymService synonyms;
  @Inject private PictureService pictures;

  /** Where a picture is kept. */
  public record Stored(String source, String hash) {}

  @POST
  @Path("import")
  @Operation(hidden = true)
  public Response products(
      @QueryParam("dryRun") @DefaultValue("false") boolean isDryRun, InputStream file) {
    return Response.ok(
            ReportJson.of(isDryRun ? imports.previewProducts(file) : imports.importProducts(file)))
        .build();
  }

  @POST
  @Path("import/categories")
  @Operation(hidden = true)
  public Response categories(InputStream file) {
    return Response.ok(ReportJson.of(categories.importCategories(file))).build();
  }

  /** Written while it is read: the node never holds the whole catalogue. */
  @GET
  @Path("export")
  @Produces(CSV)
  @Operation(hidden = true)
  public Response export() {
    StreamingOutput file = exports::exportProducts;
    return Response.ok(file).build();
  }

  @PUT
  @Path("synonyms")
  @Operation(hidden = true)
  public Response synonyms(InputStream file) {
    return Response.ok(ReportJson.of(synonyms.replace(file))).build();
  }

  @GET
  @Path("synonyms")
  @Produces(CSV)
  @Operation(hidden = true)
  public Response listSynonyms() {
    return Response.ok(synonyms.list()).build();
  }

  @PUT
  @Path("pictures/{source}")
  @Operation(hidden = true)
  public Response picture(@PathParam("source") String source, InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(PictureService.MAX_BYTES + 1);
    return Response.ok(new Stored(source, pictures.store(source, bytes))).build();
  }
}
