package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.customer.AddressBookService;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.web.shared.PrivateAnswer;

/** The customer's address book. An address of somebody else is not there. */
@Path("/me/addresses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class AddressResource {

  @Inject private AddressBookService book;
  @Inject private CurrentCustomer current;

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "The customer's addresses, the default first", operationId = "listAddresses")
  @APIResponse(
      responseCode = "200",
      description = "The addresses",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AddressJson.class)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  public Response list() {
    return PrivateAnswer.of(
        book.list(current.require().customer()).stream().map(AddressJson::of).toList());
  }

  @POST
  @Operation(
      summary = "Add an address",
      description = "The first is the default; so is one that says so, in place of the one before.",
      operationId = "addAddress")
  @RequestBody(content = @Content(schema = @Schema(implementation = AddressJson.class)))
  @APIResponse(
      responseCode = "201",
      description = "The address",
      content = @Content(schema = @Schema(implementation = AddressJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "409", description = "The book is full")
  public Response add(JsonValue body) {
    long customer = current.require().customer();
    AddressFields typed = AddressJson.read(body);
    return PrivateAnswer.of(Response.Status.CREATED, AddressJson.of(book.add(customer, typed)));
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Replace an address", operationId = "changeAddress")
  @RequestBody(content = @Content(schema = @Schema(implementation = AddressJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "The address as it is now",
      content = @Content(schema = @Schema(implementation = AddressJson.class)))
  @APIResponse(responseCode = "400", description = "The violations say which field is wrong")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such address")
  public Response change(@PathParam("id") long id, JsonValue body) {
    long customer = current.require().customer();
    AddressFields typed = AddressJson.read(body);
    return PrivateAnswer.of(AddressJson.of(book.change(customer, id, typed)));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Take an address out of the book",
      description = "When it was the default, the oldest of the others becomes it.",
      operationId = "removeAddress")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "401", description = "Nobody is signed in")
  @APIResponse(responseCode = "404", description = "The customer has no such address")
  public Response remove(@PathParam("id") long id) {
    book.remove(current.require().customer(), id);
    return PrivateAnswer.done();
  }
}
