package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;

/**
 * The form that was sent to a page, by {@code s:form}: a plain form of HTML to the page's own
 * address, which needs no state of a view and so never runs out.
 *
 * <p>A page's action names what each of its forms does:
 *
 * <pre>{@code
 * form.on("profile", () -> {
 *   accounts.changeProfile(customer, typed());
 *   return "/account/profile?done=saved";
 * });
 * }</pre>
 *
 * <p>When it is done, the browser goes on by GET, so that a reload repeats nothing. When it is
 * refused, the page is shown with what was typed and says at each field what is wrong; passwords
 * are to be typed again. Fields are called as the components of the record, or the parameters of
 * the method, that a service checks.
 */
@Named("form")
@RequestScoped
public class PageForm {

  private static final String FORM = "form";
  private static final int REFUSED = 422;
  private static final Pattern CODE = Pattern.compile("[a-z-]{1,30}");

  @Inject private HttpServletRequest request;
  @Inject private PageCache cache;

  private final List<Fault> faults = new ArrayList<>();

  /**
   * Does what a form is for, if it was sent.
   *
   * @param name of the form
   * @param action returns where to go on, a path without language; null to show the page as the
   *     answer, since it has something to say that must not be said twice
   */
  public void on(String name, Supplier<String> action) {
    if (!isSent(name)) {
      return;
    }
    try {
      String next = action.get();
      if (next != null && faults.isEmpty()) {
        cache.seeOther(next);
      }
    } catch (ConstraintViolationException refused) {
      refused.getConstraintViolations().stream()
          .sorted(Comparator.comparingInt(PageForm::place))
          .map(this::faultOf)
          .forEach(this::refuse);
    }
  }

  /** Says why what was sent is not taken; the page is shown again. */
  public void refuse(Fault fault) {
    if (faults.stream().noneMatch(known -> known.field().equals(fault.field()))) {
      faults.add(fault);
    }
    Faces.getResponse().setStatus(REFUSED);
  }

  /** Where a field stands among those of its record, which is how a form shows them too. */
  private static int place(ConstraintViolation<?> violation) {
    RecordComponent[] fields =
        violation.getLeafBean() instanceof Record bean
            ? bean.getClass().getRecordComponents()
            : new RecordComponent[0];
    String path = violation.getPropertyPath().toString();
    return Arrays.stream(fields)
        .map(RecordComponent::getName)
        .takeWhile(name -> !path.endsWith("." + name))
        .toList()
        .size();
  }

  private Fault faultOf(ConstraintViolation<?> violation) {
    String field = "";
    for (Path.Node node : violation.getPropertyPath()) {
      field = node.getName() == null ? field : node.getName();
    }
    if (request.getParameter(field) == null) {
      return Fault.of("other", null);
    }
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
    return new Fault(field, key(field, constraint), bounds.get("max"));
  }

  private static String key(String field, String constraint) {
    PageText texts = PageText.in(Faces.getLocale());
    return List.of(field + "." + constraint, constraint).stream()
        .filter(key -> texts.has("fault." + key))
        .findFirst()
        .orElse("other");
  }

  /** Whether this form was sent to the page. */
  public boolean isSent(String name) {
    return isPost() && name.equals(request.getParameter(FORM));
  }

  private boolean isPost() {
    return "POST".equals(request.getMethod());
  }

  /** What was typed into a field; empty when it was not sent. */
  public String typed(String field) {
    String typed = request.getParameter(field);
    return typed == null ? "" : typed;
  }

  /** A number that was sent, or 0 when it is none. */
  public long number(String field) {
    String typed = typed(field);
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
  }

  /** What a field shows: what was typed if a form was sent, else what it holds. */
  public String value(String field, String held) {
    String typed = isPost() ? request.getParameter(field) : null;
    return typed == null ? held : typed;
  }

  /** Whether a box is ticked: as it was sent, else as it is. */
  public boolean ticked(String form, String field, boolean held) {
    return isSent(form) ? request.getParameter(field) != null : held;
  }

  /** What is wrong with what was sent, in the order of its discovery. */
  public List<Fault> getFaults() {
    return faults;
  }

  /** What is wrong with a field, or null. */
  public Fault fault(String field) {
    return faults.stream().filter(fault -> fault.field().equals(field)).findFirst().orElse(null);
  }

  /**
   * What was just done, as the address tells; null when it tells nothing that the shop has words
   * for.
   */
  public String getDone() {
    String done = request.getParameter("done");
    boolean isKnown =
        !isPost()
            && done != null
            && CODE.matcher(done).matches()
            && PageText.in(Faces.getLocale()).has("done." + done);
    return isKnown ? done : null;
  }
}
