package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.Filed;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.Profile;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.support.CallBackForm;
import shop.emporium.ejb.support.ContactForm;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PrivateAnswer;

/** Forms that programs send: what they may leave out, and how they are answered. */
@RequestScoped
public class FormCall {

  private static final int ID_LENGTH = 32;

  @Inject private SupportService support;
  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;
  @Inject private TicketOwner owner;

  /**
   * A question that is kept.
   *
   * @param number of the ticket
   * @param status how it stands
   */
  public record Kept(long number, String status) {}

  /** Keeps a question; a customer need not say who asks. */
  Response ask(JsonValue body, HttpServletResponse response) {
    JsonFields fields = JsonFields.of(body);
    Optional<Profile> account = account();
    ContactForm form =
        ContactForm.typed(
            name(fields, account),
            account.isPresent() ? account.get().email() : fields.text("email"),
            fields.text("subject"),
            fields.optionalText("orderNumber").orElse(""),
            fields.text("message"),
            language(fields),
            id(fields));
    fields.check();
    Optional<SignedIn> person = current.find();
    if (person.isPresent()) {
      return kept(support.ask(person.get().customer(), form, current.caller()));
    }
    Secret key = owner.keyOr(Secret.random());
    return kept(support.askAsGuest(key, form, current.caller()), key, response);
  }

  /** Keeps the wish to be called; a customer need not say who it is. */
  Response callBack(JsonValue body, HttpServletResponse response) {
    JsonFields fields = JsonFields.of(body);
    Optional<Profile> account = account();
    CallBackForm form =
        CallBackForm.typed(
            name(fields, account),
            fields.text("phone"),
            account.map(Profile::email).orElse(fields.optionalText("email").orElse("")),
            fields.text("bestTime"),
            fields.optionalText("note").orElse(""),
            language(fields),
            id(fields));
    fields.check();
    Optional<SignedIn> person = current.find();
    if (person.isPresent()) {
      return kept(support.callBack(person.get().customer(), form, current.caller()));
    }
    Secret key = owner.keyOr(Secret.random());
    return kept(support.callBackAsGuest(key, form, current.caller()), key, response);
  }

  private Optional<Profile> account() {
    return current.find().map(person -> accounts.profile(person.customer()));
  }

  /** The name of an account may be longer than a form's. */
  private static String name(JsonFields fields, Optional<Profile> account) {
    return account
        .map(Profile::name)
        .map(ContactForm::fitting)
        .orElseGet(() -> fields.text("name"));
  }

  private static String language(JsonFields fields) {
    return fields.optionalText("language").orElse("en");
  }

  /** Who sends none sends it once. */
  static String id(JsonFields fields) {
    return fields
        .optionalText("id")
        .orElseGet(() -> Secret.random().value().substring(0, ID_LENGTH));
  }

  /** A form that was there before was kept under somebody's key, which may be another one. */
  private Response kept(Filed filed, Secret key, HttpServletResponse response) {
    if (filed.isNew()) {
      owner.keep(key, response);
    }
    return kept(filed);
  }

  private Response kept(Filed filed) {
    Response answer =
        PrivateAnswer.of(Response.Status.CREATED, new Kept(filed.conversation(), "waiting"));
    return Response.fromResponse(answer)
        .header(HttpHeaders.LOCATION, "/api/v1/support/tickets/" + filed.conversation())
        .build();
  }
}
