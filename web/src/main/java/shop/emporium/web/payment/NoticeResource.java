package shop.emporium.web.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.ejb.payment.ForgedNoticeException;
import shop.emporium.ejb.payment.NoticeDesk;
import shop.emporium.ejb.payment.demo.DemoSignature;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/**
 * What providers tell by themselves. They are no browsers: they have no cookie and no origin, but a
 * signature over what they say, which is checked before it is read.
 *
 * <p>An answer of 2xx means that they need not tell it again. So does 204 to what is known already,
 * and to what is of no payment here; anything else has them come again.
 */
@Path("/payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class NoticeResource {

  private static final System.Logger LOG = System.getLogger(NoticeResource.class.getName());

  @Inject private NoticeDesk desk;

  @POST
  @Path("demo/notices")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Tell what became of a payment: the demo provider",
      operationId = "tellByDemoProvider")
  @APIResponse(responseCode = "204", description = "It was heard, now or before")
  @APIResponse(responseCode = "400", description = "It is not signed by the provider")
  @APIResponse(responseCode = "404", description = "The provider is not in use")
  @APIResponse(responseCode = "413", description = "It is too long")
  public Response demo(@HeaderParam(DemoSignature.HEADER) String signature, InputStream body) {
    return take("demo", signature, body);
  }

  @POST
  @Path("stripe/notices")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Tell what became of a payment: Stripe's events",
      operationId = "tellByStripe")
  @APIResponse(responseCode = "204", description = "It was heard, now or before")
  @APIResponse(responseCode = "400", description = "It is not signed by Stripe")
  @APIResponse(responseCode = "404", description = "Stripe is not in use")
  @APIResponse(responseCode = "413", description = "It is too long")
  public Response stripe(@HeaderParam("Stripe-Signature") String signature, InputStream body) {
    return take("stripe", signature, body);
  }

  private Response take(String provider, String signature, InputStream body) {
    String signed = signature == null || signature.length() > 1_000 ? "" : signature;
    try {
      if (!desk.take(provider, bounded(body), signed)) {
        throw new ProblemException(Problem.notFound("This provider is not in use here."));
      }
      return PrivateAnswer.done();
    } catch (ForgedNoticeException forged) {
      LOG.log(Level.WARNING, "A notice of {0} is not taken: {1}", provider, forged.getMessage());
      throw new ProblemException(
          Problem.of(400, "bad-signature", "The notice is not taken", "Sign it, and send it now."));
    }
  }

  private static byte[] bounded(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(NoticeDesk.MOST_BYTES + 1);
      if (bytes.length > NoticeDesk.MOST_BYTES) {
        throw new ProblemException(Problem.ofStatus(413));
      }
      return bytes;
    } catch (IOException cut) {
      LOG.log(Level.DEBUG, "A notice broke off", cut);
      throw new ProblemException(Problem.badRequest("The body broke off."));
    }
  }
}
