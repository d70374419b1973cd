package shop.emporium.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.DemoAccounts;

/**
 * Makes the accounts of the sample shop, when {@code scripts/store up} has loaded its catalogue
 * into an empty database. The body is their password.
 */
@Path("/demo-accounts")
@RequestScoped
@Consumes(MediaType.WILDCARD)
public class DemoResource {

  @Inject private DemoAccounts accounts;

  @PUT
  @Operation(hidden = true)
  public Response make(InputStream password) throws IOException {
    byte[] typed = password.readNBytes(AccountService.LONGEST_TYPED);
    accounts.make(new String(typed, StandardCharsets.UTF_8).strip());
    return Response.ok().build();
  }
}
