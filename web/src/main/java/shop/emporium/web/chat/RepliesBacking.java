package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import shop.emporium.domain.chat.CannedReplies;
import shop.emporium.ejb.chat.CannedReply;
import shop.emporium.ejb.chat.CannedReplyException;
import shop.emporium.ejb.chat.CannedReplyFields;
import shop.emporium.ejb.chat.CannedReplyService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/** Answers that are ready, to read and, for administrators, to write: {@code /agent/replies}. */
@Named("cannedReplies")
@RequestScoped
public class RepliesBacking {

  private static final String PAGE = "/agent/replies";
  private static final CannedReply NONE = new CannedReply(0, "", PageLanguage.ALL.get(0), "", "");

  @Inject private CannedReplyService replies;
  @Inject private CurrentCustomer current;
  @Inject private PageForm form;
  @Inject private HttpServletRequest request;

  private List<CannedReply> items;

  public void load() {
    if (isAdministrator()) {
      form.on("reply", () -> attempt(this::save));
      form.on("delete-reply", () -> attempt(this::delete));
    }
    items = replies.all();
  }

  private String attempt(Supplier<String> action) {
    try {
      return action.get();
    } catch (CannedReplyException refused) {
      form.refuse(
          switch (refused.getFault()) {
            case UNKNOWN -> Fault.of("reply.unknown", null);
            case TAKEN -> Fault.in("shortcut", "reply.taken");
            case TOO_MANY -> Fault.of("reply.too-many", CannedReplyService.MOST);
          });
      return null;
    }
  }

  private String save() {
    CannedReplyFields fields =
        CannedReplyFields.typed(
            form.typed("shortcut"),
            form.typed("replyLanguage"),
            form.typed("replyTitle"),
            form.typed("replyBody"));
    refuseWrong(fields);
    if (!form.getFaults().isEmpty()) {
      return null;
    }
    if (form.number("id") > 0) {
      replies.change(form.number("id"), fields);
    } else {
      replies.add(fields);
    }
    return PAGE + "?done=reply-saved";
  }

  /** Fields of the page are called otherwise than those of the service, which other pages have. */
  private void refuseWrong(CannedReplyFields fields) {
    if (!fields.shortcut().matches(CannedReplies.SHORTCUT)) {
      form.refuse(Fault.in("shortcut", "reply.shortcut"));
    }
    if (fields.title().isEmpty()) {
      form.refuse(Fault.in("replyTitle", "NotBlank"));
    }
    if (fields.body().isEmpty()) {
      form.refuse(Fault.in("replyBody", "NotBlank"));
    }
  }

  private String delete() {
    replies.delete(form.number("id"));
    return PAGE + "?done=reply-deleted";
  }

  public List<CannedReply> getItems() {
    return items;
  }

  /** Which one is changed; an empty one to add another. */
  public CannedReply getChosen() {
    String id = request.getParameter("id");
    return items.stream()
        .filter(one -> Long.toString(one.id()).equals(id))
        .findFirst()
        .orElse(NONE);
  }

  public boolean isAdministrator() {
    return current.find().filter(ConsoleGuard::isAdministrator).isPresent();
  }

  public List<String> getLanguages() {
    return PageLanguage.ALL;
  }

  /** What is filled in. */
  public String getPlaces() {
    return "{name}, {agent}, {order}";
  }
}
