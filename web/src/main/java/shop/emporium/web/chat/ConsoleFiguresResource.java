package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.chat.FiguresService;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.web.shared.PrivateAnswer;

/** How well people were answered. */
@Path("/agent/figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
@APIResponses({
  @APIResponse(responseCode = "401", description = "Nobody is signed in"),
  @APIResponse(responseCode = "403", description = "For agents and administrators only")
})
public class ConsoleFiguresResource {

  private static final int USUAL_DAYS = 7;

  @Inject private FiguresService figures;
  @Inject private ConsoleGuard guard;

  @GET
  @Operation(
      summary = "Waiting time, first answer, resolved and stars, by day and agent",
      description =
          "Of conversations that began on these days at the place of the shop. Times are seconds, of chats only.",
      operationId = "getFigures")
  @Parameter(
      name = "from",
      description = "First day; six days before the last when it is left out",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Parameter(
      name = "to",
      description = "Last day; today when it is left out",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = ConsoleJson.Figures.class)))
  @APIResponse(responseCode = "400", description = "No days, or more than 366")
  public Response show(@QueryParam("from") String from, @QueryParam("to") String to) {
    guard.require();
    ConsoleParameters sent = new ConsoleParameters();
    LocalDate last = sent.day("to", to, LocalDate.now(DeliveryEstimate.PLACE));
    LocalDate first = sent.day("from", from, last.minusDays(USUAL_DAYS - 1L));
    if (!FiguresView.isRange(first, last)) {
      sent.refuse(
          "from",
          "must not be after to, nor more than " + FiguresView.MOST_DAYS + " days before it");
    }
    sent.check();
    return PrivateAnswer.of(ConsoleJson.Figures.of(figures.of(first, last)));
  }
}
