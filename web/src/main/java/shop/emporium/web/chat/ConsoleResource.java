package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.checkout.Goodwill;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.chat.InboxBox;
import shop.emporium.ejb.chat.InboxQuery;
import shop.emporium.ejb.chat.InboxService;
import shop.emporium.ejb.chat.PanelService;
import shop.emporium.ejb.chat.TimelineService;
import shop.emporium.ejb.checkout.CouponGiftException;
import shop.emporium.ejb.checkout.CouponGifts;
import shop.emporium.ejb.checkout.GiftedCoupon;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** The inbox of people who answer, and who is at the other end. What is said goes by WS /chat. */
@Path("/agent/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
@APIResponses({
  @APIResponse(responseCode = "401", description = "Nobody is signed in"),
  @APIResponse(responseCode = "403", description = "For agents and administrators only")
})
public class ConsoleResource {

  private static final int USUAL_SIZE = 20;

  @Inject private InboxService inbox;
  @Inject private PanelService panel;
  @Inject private TimelineService timeline;
  @Inject private CouponGifts coupons;
  @Inject private ConsoleGuard guard;

  @GET
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Conversations",
      description =
          "Chats, forms and calls to be made. What waits comes with the longest first, all else with the newest.",
      operationId = "listConversations")
  @Parameter(
      name = "box",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"waiting", "mine", "open", "tickets", "closed", "all"},
              defaultValue = "all"))
  @Parameter(
      name = "q",
      description =
          "Words that were said, a part of a name, an address or a subject, or a number; up to 100 characters",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "page",
      description = "From 1 to 100",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
  @Parameter(
      name = "size",
      description = "From 1 to 50",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20"))
  @APIResponse(
      responseCode = "200",
      description = "The conversations; none past the last page",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Page.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is wrong; the violations say which and why")
  public Response list(
      @QueryParam("box") @DefaultValue("all") String box,
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("page") String page,
      @QueryParam("size") String size) {
    SignedIn agent = guard.require();
    ConsoleParameters sent = new ConsoleParameters();
    Optional<InboxBox> wanted = InboxBox.of(box);
    if (wanted.isEmpty()) {
      sent.refuse("box", "must be one of waiting, mine, open, tickets, closed, all");
    }
    if (text.length() > InboxQuery.MAX_TEXT || text.indexOf('\0') >= 0) {
      sent.refuse("q", "must be text of at most " + InboxQuery.MAX_TEXT + " characters");
    }
    int number = sent.number("page", page, 1, InboxQuery.MAX_PAGE);
    int many = sent.number("size", size, USUAL_SIZE, InboxQuery.MAX_SIZE);
    sent.check();
    return PrivateAnswer.of(
        ConsoleJson.Page.of(
            inbox.list(
                new InboxQuery(wanted.orElseThrow(), agent.customer(), text, number, many))));
  }

  @GET
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "The head of a conversation", operationId = "getConversation")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Row.class)))
  @APIResponse(responseCode = "404", description = "There is no such conversation")
  public Response show(@PathParam("id") String id) {
    guard.require();
    return PrivateAnswer.of(
        ConsoleJson.Row.of(inbox.find(number(id)).orElseThrow(ConsoleResource::unknown)));
  }

  @GET
  @Path("{id}/customer")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Who is at the other end",
      description =
          "With the cart as it is now, the last orders and earlier conversations. A guest is known by the address that was typed, and is shown nothing of an account.",
      operationId = "getConversationCustomer")
  @APIResponse(
      responseCode = "200",
      description = "The person",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Person.class)))
  @APIResponse(responseCode = "404", description = "There is no such conversation")
  public Response customer(@PathParam("id") String id) {
    guard.require();
    return PrivateAnswer.of(
        ConsoleJson.Person.of(panel.of(number(id)).orElseThrow(ConsoleResource::unknown)));
  }

  @GET
  @Path("{id}/timeline")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "What happened between a person and the shop",
      description = "Chats, tickets, forms, orders and mails, the newest first.",
      operationId = "getConversationTimeline")
  @Parameter(
      name = "page",
      description = "From 1 to 20",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
  @Parameter(
      name = "size",
      description = "From 1 to 40",
      schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20"))
  @APIResponse(
      responseCode = "200",
      description = "A page of it",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Timeline.class)))
  @APIResponse(responseCode = "400", description = "A parameter is wrong")
  @APIResponse(responseCode = "404", description = "There is no such conversation")
  public Response timeline(
      @PathParam("id") String id,
      @QueryParam("page") String page,
      @QueryParam("size") String size) {
    guard.require();
    ConsoleParameters sent = new ConsoleParameters();
    int number = sent.number("page", page, 1, TimelineService.MAX_PAGE);
    int many = sent.number("size", size, USUAL_SIZE, TimelineService.MAX_SIZE);
    sent.check();
    return PrivateAnswer.of(
        ConsoleJson.Timeline.of(
            timeline.of(number(id), number, many).orElseThrow(ConsoleResource::unknown)));
  }

  @POST
  @Path("{id}/coupon")
  @Operation(
      summary = "Give a coupon to who is at the other end",
      description =
          "For one use within 30 days: agents up to 10 percent, administrators up to 20, or an amount up to what the shop has set. The same key gives the same coupon again. Who gave it is on record.",
      operationId = "giveCoupon")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "A text of the caller's choice, 1 to 255 visible ASCII characters",
      schema = @Schema(implementation = String.class))
  @RequestBody(content = @Content(schema = @Schema(implementation = ConsoleJson.NewCoupon.class)))
  @APIResponse(
      responseCode = "201",
      description = "The coupon",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Coupon.class)))
  @APIResponse(responseCode = "400", description = "No key, or a field is wrong")
  @APIResponse(responseCode = "403", description = "Nobody of this rank may give so much")
  @APIResponse(responseCode = "404", description = "There is no such conversation")
  @APIResponse(responseCode = "429", description = "Too many were given today")
  public Response coupon(
      @PathParam("id") String id,
      @Parameter(hidden = true) @HeaderParam("Idempotency-Key") String key,
      JsonValue body) {
    SignedIn agent = guard.require();
    if (key == null || key.isEmpty()) {
      throw new ProblemException(Problem.keyRequired("A coupon needs a key", "coupon"));
    }
    long conversation = inbox.find(number(id)).orElseThrow(ConsoleResource::unknown).conversation();
    Goodwill goodwill =
        new Goodwill(
            ConsoleCoupon.benefit(body, coupons.most().getCurrencyUnit()),
            ConsoleGuard.isAdministrator(agent));
    try {
      GiftedCoupon coupon =
          coupons.give(
              goodwill, Actor.staff(agent.customer()), "conversation " + conversation, key);
      return PrivateAnswer.of(
          Response.Status.CREATED, new ConsoleJson.Coupon(coupon.code(), coupon.until()));
    } catch (CouponGiftException refused) {
      throw new ProblemException(ConsoleCoupon.problem(refused));
    }
  }

  private static long number(String typed) {
    if (!typed.matches("[1-9][0-9]{0,14}")) {
      throw unknown();
    }
    return Long.parseLong(typed);
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("There is no such conversation."));
  }
}
